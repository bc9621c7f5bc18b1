using Tao.Engine.Events;
using Tao.Engine.Stages;

namespace Tao.Engine.Tests.Stages;

/// <summary>A stage that ended well, and what it told on the way.</summary>
internal sealed record StageRun(StageResult Result, RecordingSink Sink)
{
    public bool UpToDate => Sink.Last!.Status == StageStatus.UpToDate;

    public string? Reason => Sink.Events.OfType<StageEvent>().First().Reason;

    public IEnumerable<DiagnosticEvent> Diagnostics => Sink.Events.OfType<DiagnosticEvent>();
}
