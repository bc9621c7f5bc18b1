using System.Collections.Immutable;
using Tao.Engine.Events;

namespace Tao.Engine.Logs;

/// <summary>
/// Writes a stage's events to its <c>status.json</c>. Nothing is written before the stage does something, so that a request that
/// is refused, or up to date, leaves no trace.
/// </summary>
public sealed class StatusLogSink(string path, TimeProvider clock) : IEventSink
{
    private readonly Lock _gate = new();
    private readonly StatusLog _log = new(path, clock);
    private readonly SortedDictionary<string, double> _pending = new(StringComparer.Ordinal);
    private StageEvent? _started;
    private ProgressEvent? _progress;
    private long _epochStart = clock.GetTimestamp();
    private int? _pendingEpoch;
    private bool _open;
    private bool _upToDate;

    public void Publish(EngineEvent engineEvent)
    {
        lock (_gate)
        {
            // What is up to date tells its old results, which stand in the log already.
            _upToDate |= engineEvent is StageEvent { Status: StageStatus.UpToDate };
            if (_upToDate)
                return;
            switch (engineEvent)
            {
                case StageEvent stage:
                    OnStage(stage);
                    break;
                case ProgressEvent progress:
                    OnProgress(progress);
                    break;
                case MetricEvent metric:
                    OnMetric(metric);
                    break;
                case ArtifactEvent:
                    Open();
                    break;
            }
        }
    }

    private void OnStage(StageEvent stage)
    {
        switch (stage.Status)
        {
            case StageStatus.Started:
                _started = stage;
                break;
            case StageStatus.Finished:
                Open();
                Append(RunStatus.Success, Joined($"{stage.Stage} complete.", stage.Reason));
                break;
            case StageStatus.Restored:
                Open();
                Append(RunStatus.Success, Joined($"{stage.Stage} restored", stage.Reason));
                break;
            case StageStatus.Failed when _open:
                Append(RunStatus.Failure, Joined($"{stage.Stage} failed.", stage.Reason));
                break;
            case StageStatus.Cancelled when _open:
                // TAO has no word for it; SUCCESS, which it writes after Ctrl-C, would be a lie.
                Append(RunStatus.Failure, Joined($"{stage.Stage} was cancelled; it can be resumed.", stage.Reason));
                break;
        }
    }

    private void OnProgress(ProgressEvent progress)
    {
        Open();
        if (_pendingEpoch is { } done && progress.Epoch > done)
            FlushMetrics();
        if (_progress is null || progress.Epoch != _progress.Epoch)
            _epochStart = clock.GetTimestamp();
        _progress = progress;
    }

    private void OnMetric(MetricEvent metric)
    {
        Open();
        if (metric.Epoch != _pendingEpoch)
            FlushMetrics();
        _pendingEpoch = metric.Epoch;
        _pending[metric.Name] = metric.Value;
    }

    private void Open()
    {
        if (_open)
            return;
        _open = true;
        StatusLog.CloseAfterDeath(_log.Path, clock, "The run before this one ended without a record; it was probably killed.");
        _log.Append(new StatusLine(RunStatus.Started, $"Starting {_started?.Stage.ToString() ?? "stage"}."));
    }

    private void FlushMetrics()
    {
        if (_pending.Count > 0)
            AppendMetrics(RunStatus.Running, _pendingEpoch is null ? "Results." : "Training loop in progress");
    }

    private void Append(RunStatus status, string message)
    {
        if (_pendingEpoch is not null)
            FlushMetrics();
        AppendMetrics(status, message);
    }

    private void AppendMetrics(RunStatus status, string message)
    {
        _log.Append(new StatusLine(status, message)
        {
            Epoch = EpochOf(_pendingEpoch),
            Graphical = _pendingEpoch is null ? ImmutableSortedDictionary<string, double>.Empty : Renamed(_pending),
            Kpi = Renamed(_pending.Where(metric => MetricNames.IsKeyFigure(metric.Key) || (_pendingEpoch is null && metric.Key != MetricNames.LearningRate))),
        });
        _pending.Clear();
        _pendingEpoch = null;
    }

    private EpochStatus? EpochOf(int? epoch)
    {
        if (epoch is null)
            return null;
        var eta = TimeSpan.FromSeconds(Math.Max(0, _progress?.EtaSeconds ?? 0));
        return new EpochStatus(epoch.Value, _progress?.Epochs ?? epoch.Value, clock.GetElapsedTime(_epochStart), eta);
    }

    private static ImmutableSortedDictionary<string, double> Renamed(IEnumerable<KeyValuePair<string, double>> metrics) =>
        metrics.ToImmutableSortedDictionary(metric => MetricNames.InStatusLog(metric.Key), metric => metric.Value, StringComparer.Ordinal);

    private static string Joined(string message, string? reason) => string.IsNullOrEmpty(reason) ? message : $"{message} {reason}";
}
