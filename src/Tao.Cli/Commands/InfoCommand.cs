using System.Text.Json;
using Tao.Cli.Parsing;
using Tao.Cli.Setup;
using Tao.Engine;

namespace Tao.Cli.Commands;

/// <summary><c>tao info</c>: what this installation can do.</summary>
internal static class InfoCommand
{
    private static readonly Flag _json = new("--json", FlagKind.Switch, "Print JSON.");
    private static readonly Flag _verbose = new("--verbose", FlagKind.Switch, "Also backbones, versions and devices.") { Aliases = ["-v"] };

    public static CommandDeclaration Declaration { get; } = new("info", "Shows networks, sub-tasks, and with --verbose backbones, versions and devices.")
    {
        Flags = [_verbose, _json],
        Run = Run,
    };

    private static int Run(Invocation invocation)
    {
        var context = invocation.Context;
        var verbose = invocation.Flags.Has(_verbose);
        var report = InfoReport.Of(context, verbose);
        if (invocation.Flags.Has(_json))
            context.Terminal.Output.WriteLine(JsonSerializer.Serialize(report, EngineJson.Options));
        else
            Print(context.Terminal.Output, report);
        return ExitCode.Success;
    }

    private static void Print(TextWriter output, InfoReport report)
    {
        output.WriteLine($"tao {report.Version}");
        foreach (var network in report.Networks)
        {
            output.WriteLine($"{network.Name}: {string.Join(", ", network.SubTasks)}");
            if (network.Backbones is { } backbones)
                output.WriteLine($"  backbones: {string.Join(", ", backbones)}");
        }
        foreach (var (component, version) in report.Components ?? [])
            output.WriteLine($"{component}: {version}");
        foreach (var device in report.Devices ?? [])
            output.WriteLine($"device: {device}");
    }
}
