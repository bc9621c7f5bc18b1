using Tao.Engine.Stages;
using Tao.Specs;

namespace Tao.Engine.Gates;

/// <summary>The metrics of a build's stages, and what can be measured on their models.</summary>
/// <param name="results">In the order of the build.</param>
/// <param name="latency">Milliseconds an image takes in a model file of a stage; measured once for each.</param>
internal sealed class GateMetrics(IReadOnlyList<StageResult> results, Func<StageResult, MeasuredMetric?> latency)
{
    public const string ModelBytes = "model_bytes";
    public const string Latency = "latency_ms";

    // What people call a model, and who measures it: a model is what its evaluation says, else what its training said.
    private static readonly Dictionary<string, StageKind[]> _names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Train"] = [StageKind.Evaluate, StageKind.Train],
        ["Retrain"] = [StageKind.EvaluateRetrained, StageKind.Retrain],
        ["Int8"] = [StageKind.EvaluateInt8, StageKind.Int8Calibrate],
        ["Fp32"] = [StageKind.EvaluateRetrained, StageKind.Evaluate, StageKind.Export],
    };

    private static readonly string[] _modelArtifacts = ["onnxruntime", "onnx", "model"];

    private readonly Dictionary<StageKind, MeasuredMetric?> _latencies = [];

    /// <param name="of">A stage, or one of the names for a model; empty for the last stage that has the metric.</param>
    public MeasuredMetric? Find(string metric, string of, SourceLocation? location, DiagnosticBag bag)
    {
        var stages = of.Length == 0 ? [.. results.Reverse()] : Named(of);
        if (stages.Length == 0)
        {
            bag.Error(
                EngineCodes.GateMetricMissing, $"The gate on '{metric}' is of '{of}', and there is no such stage in this build.",
                $"Name one of {string.Join(", ", results.Select(result => result.Stage))}, or {string.Join(", ", _names.Keys.Except(results.Select(result => result.Stage.ToString())))}.", location);
            return null;
        }
        foreach (var stage in stages)
        {
            if (ValueOf(metric, stage) is { } found)
                return found;
        }
        string[] known = [.. stages.SelectMany(stage => stage.Metrics.Keys).Append(ModelBytes).Append(Latency).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        bag.Error(
            EngineCodes.GateMetricMissing,
            of.Length == 0 ? $"No stage of this build measures '{metric}'." : $"'{of}' does not measure '{metric}'.",
            $"Metrics there are: {string.Join(", ", known)}.", location);
        return null;
    }

    private StageResult[] Named(string name)
    {
        var kinds = _names.TryGetValue(name, out var known) ? known : results.Select(result => result.Stage).Where(stage => stage.ToString().Equals(name, StringComparison.OrdinalIgnoreCase));
        return [.. kinds.SelectMany(kind => results.Where(result => result.Stage == kind))];
    }

    private MeasuredMetric? ValueOf(string metric, StageResult result)
    {
        if (result.Metrics.TryGetValue(metric, out double value))
            return new MeasuredMetric(result.Stage, value);
        if (metric == ModelBytes)
            return ModelOf(result) is { } model ? new MeasuredMetric(result.Stage, model.Bytes) : null;
        if (metric != Latency)
            return null;
        if (!_latencies.TryGetValue(result.Stage, out var measured))
            _latencies[result.Stage] = measured = latency(result);
        return measured;
    }

    /// <summary>The model that a stage made; of an INT8 calibration the one for ONNX Runtime.</summary>
    public static StageArtifact? ModelOf(StageResult result) =>
        _modelArtifacts.Select(name => result.Artifacts.FirstOrDefault(artifact => artifact.Name == name)).FirstOrDefault(artifact => artifact is not null);
}
