using System.Collections.Immutable;
using Tao.Engine.Gates;
using Tao.Engine.Stages;

namespace Tao.Engine.Reports;

/// <summary>What pruning and 8 bits save, and what they cost.</summary>
internal static class ReportTradeOff
{
    // The model's stage, who measures it, and what people call it.
    private static readonly (StageKind Maker, StageKind Evaluation, string Name)[] _models =
    [
        (StageKind.Train, StageKind.Evaluate, "trained"),
        (StageKind.Retrain, StageKind.EvaluateRetrained, "pruned and retrained"),
        (StageKind.Export, StageKind.EvaluateRetrained, "ONNX, FP32"),
        (StageKind.Int8Calibrate, StageKind.EvaluateInt8, "ONNX, INT8"),
    ];

    private static readonly string[] _metrics = ["mAP", "accuracy", "loss"];

    public static void Write(Html body, BuildFiles files, ImmutableArray<GateVerdict> verdicts)
    {
        var models = _models.Where(model => files.Find(model.Maker) is not null).ToArray();
        if (models.Length < 2)
            return;
        string[] metrics = [.. _metrics.Where(name => models.Any(model => Metric(files, model, name) is not null))];
        bool timed = verdicts.Any(verdict => verdict.Metric == GateMetrics.Latency);
        body.Element("h2", "What pruning and 8 bits save and cost").Table(
            ["model", "size", "of the first", .. metrics, .. timed ? new[] { "latency, ms" } : []],
            models.Select(model => Row(files, models[0].Maker, model, metrics, timed, verdicts)));
    }

    private static IEnumerable<string> Row(
        BuildFiles files, StageKind first, (StageKind Maker, StageKind Evaluation, string Name) model, string[] metrics, bool timed, ImmutableArray<GateVerdict> verdicts)
    {
        long bytes = Bytes(files, model.Maker), whole = Math.Max(1, Bytes(files, first));
        yield return model.Name;
        yield return Figures.Bytes(bytes);
        yield return Figures.Percent((double)bytes / whole);
        foreach (string name in metrics)
            yield return Metric(files, model, name) is { } value ? Figures.Number(value) : "";
        if (timed)
            yield return verdicts.FirstOrDefault(verdict => verdict.Metric == GateMetrics.Latency && verdict.Stage == model.Maker) is { } latency ? Figures.Number(latency.Value) : "";
    }

    private static long Bytes(BuildFiles files, StageKind maker) => GateMetrics.ModelOf(files.Find(maker)!)?.Bytes ?? 0;

    private static double? Metric(BuildFiles files, (StageKind Maker, StageKind Evaluation, string Name) model, string name) =>
        files.Find(model.Evaluation) is { } result && result.Metrics.TryGetValue(name, out double value) ? value : null;
}
