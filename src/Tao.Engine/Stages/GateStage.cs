using System.Collections.Immutable;
using System.Text.Json;
using Tao.Engine.Fingerprints;
using Tao.Engine.Gates;
using Tao.Engine.IO;
using Tao.Specs;

namespace Tao.Engine.Stages;

/// <summary>
/// Holds the metrics of the other stages against the project's gates. Its inputs are their results, under the stages' names. A gate that fails is an
/// error after the reports are written, so it fails again in the next build though nothing changed. With the option <c>update_baseline</c> it writes
/// the gates' baselines from this build instead.
/// </summary>
internal sealed class GateStage : IStage
{
    private const string UpdateOption = "update_baseline";
    private const string ProjectOption = "project_file";

    // Where GitHub's and compatible hosts show Markdown.
    private const string SummaryVariable = "GITHUB_STEP_SUMMARY";

    private readonly List<(Gate Gate, SourceLocation? Location)> _gates = [];
    private ImmutableArray<StageResult> _results = [];

    public StageKind Kind => StageKind.Gate;

    public SpecStages Reads => SpecStages.None;

    // It judges what is there, by what this machine measures, and writes outside of its folder.
    public bool IsCached => false;

    public void DescribeInputs(StageContext context, FingerprintBuilder inputs, CancellationToken cancellation)
    {
        _results = [.. context.Request.Inputs.Keys.Select(role => ReadResult(context, role)).OfType<StageResult>().OrderBy(result => result.Stage)];
        inputs.Add("gates", JsonSerializer.Serialize(context.Request.Gates, EngineJson.Line));
        foreach (var result in _results)
        {
            inputs.Add($"result.{result.Stage}", result.Fingerprint);
            foreach (var (name, value) in result.Metrics)
                inputs.Add($"metric.{result.Stage}.{name}", value.ToString("R", System.Globalization.CultureInfo.InvariantCulture));
        }
        foreach (string baseline in context.Request.Gates.Select(gate => gate.Baseline).Where(path => path.Length > 0).Distinct(StringComparer.Ordinal))
            inputs.Add($"baseline.{baseline}", File.Exists(context.ResolvePath(baseline)) ? ContentHash.OfFile(context.ResolvePath(baseline)) : "");
        inputs.Add("update", context.Flag(UpdateOption) ? "true" : "false");
    }

    public void Prepare(StageContext context)
    {
        var bag = new DiagnosticBag();
        string project = context.Option(ProjectOption, "");
        var places = GateLocations.Of(project.Length == 0 ? null : context.ResolvePath(project), context.Request.Gates);
        for (int i = 0; i < context.Request.Gates.Length; i++)
        {
            if (Gate.Read(context.Request.Gates[i], places[i], bag) is { } gate)
                _gates.Add((gate, places[i]));
        }
        bag.ThrowIfErrors();
    }

    public StageOutcome Run(StageContext context, CancellationToken cancellation)
    {
        var bag = new DiagnosticBag();
        var metrics = new GateMetrics(_results, result => MeasureLatency(context, result));
        if (context.Flag(UpdateOption))
            return UpdateBaselines(context, metrics, bag);
        var judge = new GateJudge(metrics, path => ReadBaseline(context.ResolvePath(path), bag), bag);
        var verdicts = new List<GateVerdict>();
        foreach (var (gate, location) in _gates)
        {
            foreach (var verdict in judge.Judge(gate, location))
            {
                verdicts.Add(verdict);
                if (!verdict.Passed)
                    bag.Error(EngineCodes.GateFailed, GateReport.Sentence(verdict), "Improve the model, or change the gate in the project.", location);
            }
        }
        string name = Path.GetFileNameWithoutExtension(context.Option(ProjectOption, context.Request.Network));
        GateReport.Write(context.Request.FullOutputDirectory, name, verdicts);
        AppendSummary(context.Output(GateReport.MarkdownFile));
        bag.ThrowIfErrors();
        context.Log($"Gates: {string.Join("; ", verdicts.Select(verdict => $"{verdict.Metric} of {verdict.Stage} {GateJudge.Text(verdict.Value)}, {verdict.Rule}"))}");
        return StageOutcome.Of(
            ImmutableSortedDictionary<string, double>.Empty.Add("passed", verdicts.Count),
            ("json", GateReport.JsonFile), ("junit", GateReport.JUnitFile), ("markdown", GateReport.MarkdownFile));
    }

    private StageOutcome UpdateBaselines(StageContext context, GateMetrics metrics, DiagnosticBag bag)
    {
        var written = new Dictionary<string, Baseline>(StringComparer.Ordinal);
        foreach (var (gate, location) in _gates.Where(gate => gate.Gate.Declared.Baseline.Length > 0))
        {
            var declared = gate.Declared;
            if (metrics.Find(declared.Metric, declared.Of, location, bag) is not { } metric)
                continue;
            string path = context.ResolvePath(declared.Baseline);
            written[path] = (written.GetValueOrDefault(path) ?? ReadBaseline(path, bag) ?? Baseline.Empty).With(declared.Metric, metric);
            context.Log($"{declared.Baseline}: {declared.Metric} of {metric.Stage} is {GateJudge.Text(metric.Value)}");
        }
        if (written.Count == 0 && !bag.HasErrors)
            bag.Error(EngineCodes.GateMisconfigured, "No gate of the project has a baseline.", "Write Baseline=\"baseline.json\" with MaxDrop or MaxRise on a TaoGate item.");
        bag.ThrowIfErrors();
        foreach (var (path, baseline) in written)
            baseline.Write(path);
        return StageOutcome.Of(ImmutableSortedDictionary<string, double>.Empty);
    }

    private static Baseline? ReadBaseline(string path, DiagnosticBag bag)
    {
        try
        {
            return Baseline.Read(path);
        }
        catch (JsonException broken)
        {
            var place = new SourceLocation(path, (int)(broken.LineNumber ?? 0) + 1, (int)(broken.BytePositionInLine ?? 0) + 1);
            bag.Error(EngineCodes.GateMisconfigured, $"The baseline cannot be read: {broken.Message.Split(" Path: ")[0]}", "Put it right, or delete it and run 'dotnet build -t:UpdateBaseline'.", place);
            return Baseline.Empty;
        }
    }

    private static StageResult? ReadResult(StageContext context, string stage) => StageRecord.In(Path.GetDirectoryName(context.Input(stage))!).Read();

    private static MeasuredMetric? MeasureLatency(StageContext context, StageResult result)
    {
        if (GateMetrics.ModelOf(result) is not { } model || !model.Path.EndsWith(".onnx", StringComparison.OrdinalIgnoreCase))
            return null;
        string folder = Path.GetDirectoryName(context.Input(result.Stage.ToString()))!;
        var (milliseconds, deviation) = ModelLatency.Measure(Path.Combine(folder, model.Path));
        return new MeasuredMetric(result.Stage, milliseconds, deviation);
    }

    private static void AppendSummary(string markdown)
    {
        if (Environment.GetEnvironmentVariable(SummaryVariable) is { Length: > 0 } summary)
            File.AppendAllText(summary, File.ReadAllText(markdown));
    }
}
