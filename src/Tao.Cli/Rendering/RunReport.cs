using Tao.Cli.Execution;
using Tao.Engine.Events;

namespace Tao.Cli.Rendering;

/// <summary>Chooses how a run is shown, and keeps a plain copy in <c>--log_file</c>.</summary>
internal static class RunReport
{
    public static int Show(CliContext context, string network, string? logFile, Func<IEventSink, int> work)
    {
        if (logFile is null)
            return Show(context, network, work);
        using var log = new StreamWriter(context.FullPath(logFile), append: true);
        var copy = new PlainReporter(log, log, new EventText(network, context.Clock));
        return Show(context, network, sink => work(new CompositeSink(copy, sink)));
    }

    private static int Show(CliContext context, string network, Func<IEventSink, int> work)
    {
        var text = new EventText(network, context.Clock);
        var terminal = context.Terminal;
        return terminal.IsInteractive
            ? LiveReporter.Show(terminal, text, work)
            : work(new PlainReporter(terminal.Output, terminal.Error, text));
    }
}
