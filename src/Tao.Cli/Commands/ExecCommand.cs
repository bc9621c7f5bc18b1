using System.Text.Json;
using Tao.Cli.Execution;
using Tao.Cli.Parsing;
using Tao.Engine.Events;
using Tao.Engine.Stages;
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
        var request = Read(invocation.Operands[0], attached, context, bag);
        var sink = new JsonLineSink(context.Terminal.Output);
        foreach (var problem in bag.Items)
            sink.Publish(DiagnosticEvent.From(problem));
        if (request is null)
            return ExitCode.UserError;
        if (attached)
            StopAtEndOfInput(context);
        return context.Host.Run(request, sink, context.Stop.Graceful);
    }

    private static StageRequest? Read(string source, bool attached, CliContext context, DiagnosticBag bag)
    {
        try
        {
            var json = source != "-" ? File.ReadAllText(context.FullPath(source)) : attached ? context.Input.ReadLine() : context.Input.ReadToEnd();
            var request = StageRequest.Parse(json ?? "");

            // A file may name the project's folder relative to its own, so that it has the same bytes in every clone.
            if (source != "-")
                request = request with { ProjectDirectory = Path.GetFullPath(request.ProjectDirectory, Path.GetDirectoryName(context.FullPath(source))!) };
            if (Path.IsPathRooted(request.ProjectDirectory))
                return request;
            bag.Error(CliCodes.BadRequest, $"'{source}': projectDirectory is '{request.ProjectDirectory}'.", "Write the full path of a folder.");
        }
        catch (JsonException broken)
        {
            var location = new SourceLocation(source, (int)(broken.LineNumber ?? 0) + 1, (int)(broken.BytePositionInLine ?? 0) + 1);
            // .NET appends " Path: $.stage | LineNumber: 0 | ...", which the location says already.
            bag.Error(CliCodes.BadRequest, $"The request is not valid: {broken.Message.Split(" Path: ")[0]}", "The engine's own faces write requests; compare with one of theirs.", location);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            bag.Error(CliCodes.BadRequest, $"The request '{source}' cannot be read: {unreadable.Message}");
        }
        return null;
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
