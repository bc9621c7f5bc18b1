using System.Globalization;
using Tao.Engine.Stages;
using Tao.Specs;

namespace Tao.Engine.Gates;

/// <summary>Holds a build's metrics against its gates.</summary>
internal sealed class GateJudge(GateMetrics metrics, Func<string, Baseline?> baselines, DiagnosticBag bag)
{
    // Sums of decimals: 0.8 - 0.79 is a little more than 0.01.
    private const double Rounding = 1e-9;

    /// <summary>One verdict a bound. What is missing goes into the bag.</summary>
    public IEnumerable<GateVerdict> Judge(Gate gate, SourceLocation? location)
    {
        var declared = gate.Declared;
        if (metrics.Find(declared.Metric, declared.Of, location, bag) is not { } metric)
            yield break;
        double noise = gate.Noise * metric.Deviation;
        if (gate.Minimum is { } minimum)
            yield return AtLeast(minimum, $"at least {Text(minimum)}", noise);
        if (gate.Maximum is { } maximum)
            yield return AtMost(maximum, $"at most {Text(maximum)}", noise);
        foreach (var (name, reference) in References(declared, metric.Stage, location))
        {
            double band = noise + (gate.Noise * reference.Deviation);
            if (gate.Drop is { } drop)
                yield return AtLeast(reference.Value - drop.From(reference.Value), $"at most {declared.MaxDrop} below {name} ({Text(reference.Value)})", band);
            if (gate.Rise is { } rise)
                yield return AtMost(reference.Value + rise.From(reference.Value), $"at most {declared.MaxRise} above {name} ({Text(reference.Value)})", band);
        }

        // A value that is no number passes nothing.
        GateVerdict AtLeast(double bound, string rule, double band) => Verdict(rule, bound, band, metric.Value + band >= bound - Slack(bound));

        GateVerdict AtMost(double bound, string rule, double band) => Verdict(rule, bound, band, metric.Value - band <= bound + Slack(bound));

        GateVerdict Verdict(string rule, double bound, double band, bool passed) => new(declared.Metric, metric.Stage, metric.Value, rule, bound, band, passed);
    }

    public static string Text(double value) => value.ToString("0.#####", CultureInfo.InvariantCulture);

    private IEnumerable<(string Name, MeasuredMetric Value)> References(GateDeclaration declared, StageKind stage, SourceLocation? location)
    {
        if (declared.RelativeTo.Length > 0 && metrics.Find(declared.Metric, declared.RelativeTo, location, bag) is { } other)
            yield return (other.Stage.ToString(), other);
        if (declared.Baseline.Length == 0)
            yield break;
        if (baselines(declared.Baseline) is not { } baseline)
            bag.Error(EngineCodes.BaselineMissing, $"The baseline '{declared.Baseline}' of the gate on '{declared.Metric}' does not exist.", "'dotnet build -t:UpdateBaseline' writes it from this build.", location);
        else if (baseline.Find(stage, declared.Metric) is { } value)
            yield return (declared.Baseline, value);
        else
            bag.Error(EngineCodes.BaselineMissing, $"The baseline '{declared.Baseline}' has no {declared.Metric} of {stage}.", "'dotnet build -t:UpdateBaseline' adds it from this build.", location);
    }

    private static double Slack(double bound) => Rounding * Math.Max(1, Math.Abs(bound));
}
