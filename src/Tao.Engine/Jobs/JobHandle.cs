using Tao.Engine.Events;

namespace Tao.Engine.Jobs;

/// <summary>The running job's own pen: reports progress and, once, the end.</summary>
public sealed class JobHandle : IDisposable
{
    // Watching people need no more, and a fast epoch must not wait for the disk at every step.
    private static readonly TimeSpan MinimumInterval = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly Func<JobRecord, bool> _write;
    private readonly TimeProvider _clock;
    private JobRecord _record;
    private bool _ended;

    internal JobHandle(JobRecord record, Func<JobRecord, bool> write, TimeProvider clock)
    {
        _record = record;
        _write = write;
        _clock = clock;
    }

    public string Id => _record.Id;

    /// <summary>Written at most once a second.</summary>
    public void Report(ProgressEvent progress)
    {
        lock (_gate)
        {
            var now = _clock.GetUtcNow();
            var due = _record.Progress is null || now - _record.UpdatedUtc >= MinimumInterval;
            if (_ended || !due)
                return;
            _record = _record with { Progress = JobProgress.From(progress), UpdatedUtc = now };
            _write(_record);
        }
    }

    /// <summary>The first end counts.</summary>
    public void End(JobState state, string? message = null)
    {
        lock (_gate)
        {
            if (_ended)
                return;
            _ended = true;
            var now = _clock.GetUtcNow();
            _record = _record with { State = state, Message = message, UpdatedUtc = now, EndedUtc = now };
            _write(_record);
        }
    }

    /// <summary>A job that nobody ended has failed.</summary>
    public void Dispose() => End(JobState.Failed);
}
