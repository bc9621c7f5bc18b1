using System.Collections.Frozen;

namespace Tao.Engine.Logs;

/// <summary>How TAO's status log renames the training loop's metrics, and which of them it repeats as key figures.</summary>
public static class MetricNames
{
    /// <summary>A setting rather than a result.</summary>
    public const string LearningRate = "lr";

    private static readonly FrozenDictionary<string, string> _statusNames = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["val_loss"] = "validation_loss",
        ["val_acc"] = "validation_accuracy",
        ["acc"] = "training_accuracy",
        [LearningRate] = "learning_rate",
        ["mAP"] = "mean average precision",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static string InStatusLog(string metric) => _statusNames.GetValueOrDefault(metric, metric);

    /// <summary>Validation figures and average precision; the training loss is a curve, not a verdict.</summary>
    public static bool IsKeyFigure(string metric) =>
        metric.StartsWith("val_", StringComparison.Ordinal) || metric.StartsWith("acc", StringComparison.Ordinal) || metric == "mAP";
}
