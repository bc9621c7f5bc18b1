using Tao.Engine.Events;

namespace Tao.Engine.Tests.Stages;

/// <summary>Keeps every event; a test may react to some.</summary>
internal sealed class RecordingSink(Action<EngineEvent>? onEvent = null) : IEventSink
{
    private readonly List<EngineEvent> _events = [];

    public IReadOnlyList<EngineEvent> Events => _events;

    public IEnumerable<string> Logs => _events.OfType<LogEvent>().Select(log => log.Text);

    public StageEvent? Last => _events.OfType<StageEvent>().LastOrDefault();

    public void Publish(EngineEvent engineEvent)
    {
        lock (_events)
            _events.Add(engineEvent);
        onEvent?.Invoke(engineEvent);
    }
}
