using System.Text.Json;
using Spectre.Console;
using Tao.Cli.Parsing;
using Tao.Cli.Setup;
using Tao.Engine;

namespace Tao.Cli.Commands;

/// <summary><c>tao doctor</c>: is this machine ready, and if not, what to do.</summary>
internal static class DoctorCommand
{
    private static readonly Flag _json = new("--json", FlagKind.Switch, "Print JSON.");

    public static CommandDeclaration Declaration { get; } = new("doctor", "Checks the installation and says how to repair it.")
    {
        Flags = [_json],
        Notes = "Exit code 0: ready (there may be warnings); 1: at least one problem.",
        Run = Run,
    };

    private static int Run(Invocation invocation)
    {
        var context = invocation.Context;
        var results = new Doctor(context).Examine();
        if (invocation.Flags.Has(_json))
            context.Terminal.Output.WriteLine(JsonSerializer.Serialize(results, EngineJson.Options));
        else
            Print(context.Terminal.CreateConsole(), results);
        return results.Any(result => result.State == CheckState.Problem) ? ExitCode.UserError : ExitCode.Success;
    }

    private static void Print(IAnsiConsole console, IReadOnlyList<CheckResult> results)
    {
        var width = results.Max(result => result.Name.Length);
        foreach (var result in results)
        {
            var (mark, color) = result.State switch
            {
                CheckState.Ok => ("ok     ", Color.Green),
                CheckState.Warning => ("warning", Color.Yellow),
                _ => ("problem", Color.Red),
            };
            console.Write(new Text($"{mark}  ", new Style(color)));
            console.WriteLine($"{result.Name.PadRight(width)}  {result.Detail}");
            if (result.Remedy is not null)
                console.WriteLine($"{new string(' ', width + 11)}-> {result.Remedy}");
        }
    }
}
