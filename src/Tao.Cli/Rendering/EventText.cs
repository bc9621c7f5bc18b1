using System.Globalization;
using Tao.Engine.Events;
using Tao.Engine.Stages;

namespace Tao.Cli.Rendering;

/// <summary>Turns a stage's events into lines to keep: one an epoch, one a result, one a problem.</summary>
internal sealed class EventText(string network, TimeProvider clock)
{
    private readonly SortedDictionary<string, double> _metrics = new(StringComparer.Ordinal);
    private ProgressEvent? _progress;
    private long _epochStart = clock.GetTimestamp();
    private int? _epoch;

    public IReadOnlyList<ReportLine> Lines(EngineEvent engineEvent)
    {
        switch (engineEvent)
        {
            case ProgressEvent progress:
                return OnProgress(progress);
            case MetricEvent { Epoch: { } epoch } metric:
                return OnEpochMetric(epoch, metric);
            case MetricEvent metric:
                return [.. Flush(), new ReportLine($"  {metric.Name} {Quantity.Metric(metric.Value)}")];
            case StageEvent stage:
                return [.. Flush(), new ReportLine(Sentence(stage))];
            case ArtifactEvent artifact:
                return [.. Flush(), new ReportLine($"  {artifact.Name}: {Plain(artifact.Path)} ({Quantity.Bytes(artifact.Bytes)})")];
            case DiagnosticEvent diagnostic:
                return [.. Flush(), DiagnosticText.Of(diagnostic)];
            case LogEvent log:
                return [.. Flush(), new ReportLine(log.Text)];
            default:
                return [];
        }
    }

    private IReadOnlyList<ReportLine> OnProgress(ProgressEvent progress)
    {
        var lines = _epoch is { } epoch && progress.Epoch > epoch ? Flush() : [];
        if (progress.Epoch != _progress?.Epoch)
            _epochStart = clock.GetTimestamp();
        _progress = progress;
        return lines;
    }

    private IReadOnlyList<ReportLine> OnEpochMetric(int epoch, MetricEvent metric)
    {
        var lines = epoch == _epoch ? [] : Flush();
        _epoch = epoch;
        _metrics[metric.Name] = metric.Value;
        return lines;
    }

    private IReadOnlyList<ReportLine> Flush()
    {
        if (_epoch is not { } epoch)
            return [];
        var parts = new List<string> { string.Create(CultureInfo.InvariantCulture, $"epoch {epoch}/{_progress?.Epochs ?? epoch}") };
        parts.AddRange(_metrics.Select(metric => $"{metric.Key} {Quantity.Metric(metric.Value)}"));
        parts.Add(string.Create(CultureInfo.InvariantCulture, $"{clock.GetElapsedTime(_epochStart).TotalSeconds:0.0} s"));
        if (_progress?.EtaSeconds is > 0 and var eta && epoch < _progress.Epochs)
            parts.Add($"ETA {Quantity.Clock(TimeSpan.FromSeconds(eta))}");
        _epoch = null;
        _metrics.Clear();
        return [new ReportLine(string.Join("  ", parts))];
    }

    private string Sentence(StageEvent stage)
    {
        var name = $"{network} {Words(stage.Stage)}";
        var reason = string.IsNullOrEmpty(stage.Reason) ? "" : $" ({stage.Reason})";
        return stage.Status switch
        {
            StageStatus.Started => $"{name}: started{reason}",
            StageStatus.UpToDate => $"{name}: up to date{reason}",
            StageStatus.Restored => $"{name}: restored{reason}",
            StageStatus.Finished => $"{name}: done{reason}",
            StageStatus.Cancelled => $"{name}: stopped{(reason.Length > 0 ? reason : "; the same command resumes it")}",
            _ => $"{name}: failed",
        };
    }

    private static string Words(StageKind stage) => stage switch
    {
        StageKind.ValidateSpec => "spec check",
        StageKind.ConvertDataset => "dataset",
        StageKind.EvaluateRetrained => "evaluate",
        StageKind.Int8Calibrate => "calibrate",
        StageKind.ExportRecords => "dataset_convert",
        StageKind.EvaluateInt8 => "evaluate INT8",
        _ => stage.ToString().ToLowerInvariant(),
    };

    /// <summary>What lies beside a stage's folder is told without the way through it.</summary>
    private static string Plain(string path) => Path.IsPathRooted(path) ? Path.GetFullPath(path) : path;
}
