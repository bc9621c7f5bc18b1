using Tao.Cli.Execution;
using Tao.Cli.Parsing;
using Tao.Engine.Events;
using Tao.Specs;

namespace Tao.Cli.Commands;

/// <summary><c>tao exec</c>: runs the stage that a request file describes; the one entry that MSBuild and the other commands use.</summary>
internal static class ExecCommand
{
    // Used by the parent process only: the request is the first line, and the end of the input means that the parent is gone.
    private static readonly Flag _attached = new("--attached", FlagKind.Switch, "Read one line, and stop when the input ends.");

    public static CommandDeclaration Declaration { get; } = new("exec", "Runs the stage of a request file and prints what happens as JSON lines.")
    {
        Flags = [_attached],
        Operand = new Operand("REQUEST", "The request, a JSON file; '-' reads it from the standard input.", 1, 1),
        Notes = "Exit codes: 0 done or up to date, 1 something to put right (all problems are printed), 2 a bug, 130 stopped and resumable.",
        Run = Run,
    };

    private static int Run(Invocation invocation)
    {
        var context = invocation.Context;
        var attached = invocation.Flags.Has(_attached);
        var bag = new DiagnosticBag();
        var request = RequestFile.Read(invocation.Operands[0], context, bag, attached);
        var sink = new JsonLineSink(context.Terminal.Output);
        foreach (var problem in bag.Items)
            sink.Publish(DiagnosticEvent.From(problem));
        if (request is null)
            return ExitCode.UserError;
        if (attached)
            StopAtEndOfInput(context);
        return context.Host.Run(request, sink, context.Stop.Graceful);
    }

    private static void StopAtEndOfInput(CliContext context)
    {
        var watch = new Thread(() =>
        {
            while (context.Input.ReadLine() is not null)
            {
            }
            context.Stop.Request();
        })
        {
            IsBackground = true,
            Name = "parent watch",
        };
        watch.Start();
    }
}
