using System.Collections.Immutable;
using Tao.Engine.Events;

namespace Tao.Cli.Execution;

/// <summary>Hands every event to several sinks, in order.</summary>
internal sealed class CompositeSink(params ImmutableArray<IEventSink> sinks) : IEventSink
{
    public void Publish(EngineEvent engineEvent)
    {
        foreach (var sink in sinks)
            sink.Publish(engineEvent);
    }
}
