using Tao.Engine.Events;

namespace Tao.Cli.Rendering;

/// <summary>One line each time something is worth keeping: for pipes, files and build servers.</summary>
internal sealed class PlainReporter(TextWriter output, TextWriter error, EventText text) : IEventSink
{
    private readonly Lock _gate = new();

    public void Publish(EngineEvent engineEvent)
    {
        lock (_gate)
        {
            foreach (var line in text.Lines(engineEvent))
                (line.Severity is null ? output : error).WriteLine(line.Text);
            output.Flush();
        }
    }
}
