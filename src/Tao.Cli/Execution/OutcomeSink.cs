using Tao.Engine.Events;
using Tao.Engine.Stages;

namespace Tao.Cli.Execution;

/// <summary>Passes events on and sees to it that a stage's end, and each of its diagnostics, is published exactly once.</summary>
internal sealed class OutcomeSink(IEventSink next) : IEventSink
{
    private readonly Lock _gate = new();
    private readonly HashSet<DiagnosticEvent> _diagnostics = [];
    private bool _ended;

    public void Publish(EngineEvent engineEvent)
    {
        lock (_gate)
        {
            if (engineEvent is DiagnosticEvent diagnostic && !_diagnostics.Add(diagnostic))
                return;
            if (engineEvent is StageEvent { Status: not StageStatus.Started } && _ended)
                return;
            _ended |= engineEvent is StageEvent { Status: not StageStatus.Started };
        }
        next.Publish(engineEvent);
    }

    public void End(StageKind stage, StageStatus status, string? reason) => Publish(new StageEvent(stage, status, reason));
}
