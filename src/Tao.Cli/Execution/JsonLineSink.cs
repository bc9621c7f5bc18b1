using System.Text.Json;
using Tao.Engine;
using Tao.Engine.Events;

namespace Tao.Cli.Execution;

/// <summary>Writes each event as one line of JSON, at once: the protocol between <c>tao exec</c> and its callers.</summary>
internal sealed class JsonLineSink(TextWriter output) : IEventSink
{
    private readonly Lock _gate = new();

    public void Publish(EngineEvent engineEvent)
    {
        var line = JsonSerializer.Serialize(engineEvent, EngineJson.Line);
        lock (_gate)
        {
            output.Write(line + '\n');
            output.Flush();
        }
    }
}
