using System.Collections.Immutable;
using Tao.Cli.Parsing;
using Tao.Cli.Rendering;
using Tao.Cli.SubTasks;
using Tao.Engine.Events;
using Tao.Engine.Stages;
using Tao.Specs;

namespace Tao.Cli.Commands;

/// <summary><c>tao NETWORK SUB-TASK</c>: makes stage requests from TAO's flags and runs them.</summary>
internal static class NetworkCommand
{
    public static CommandDeclaration Of(NetworkCard network) => new(network.Name, $"Trains, measures and exports {network.Name} models.")
    {
        InheritedFlags = CommonFlags.All,
        ChildWord = "sub-task",
        Elsewhere = SubTaskCatalog.Elsewhere,
        Commands = [.. SubTaskCatalog.For(network).Select(task => Of(network.Name, task))],
    };

    private static CommandDeclaration Of(string network, SubTask task) => new(task.Name, task.Summary)
    {
        Flags = task.Flags,
        Notes = task.Notes,
        ChildWord = "sub-task",
        Run = invocation => Run(network, task, invocation),
    };

    private static int Run(string network, SubTask task, Invocation invocation)
    {
        var context = invocation.Context;
        var bag = new DiagnosticBag();
        var input = new SubTaskInput(
            network, invocation.Flags, context, DeviceChoice.From(invocation.Flags, task.Name, context.Environment, bag), Mounts(context, bag), bag);
        var stages = task.Plan(input);
        Problems.Print(context.Terminal, bag.Items);
        return bag.HasErrors
            ? ExitCode.UserError
            : RunReport.Show(context, network, invocation.Flags.Text(CommonFlags.LogFile), sink => RunAll(stages, context, sink));
    }

    private static int RunAll(ImmutableArray<PlannedStage> stages, CliContext context, IEventSink sink)
    {
        foreach (var stage in stages)
        {
            var code = context.Launcher.Launch(stage.Request, sink, context.Stop);
            if (code == ExitCode.Success)
                code = Delivered.Copy(stage, sink);
            if (code != ExitCode.Success)
                return code;
        }
        return ExitCode.Success;
    }

    private static ImmutableArray<MountPoint> Mounts(CliContext context, DiagnosticBag bag)
    {
        var map = PathMap.Load(context.WorkingDirectory, [], context.Environment, context.Environment("HOME"), bag);
        return [.. map.Mounts.Select(mount => new MountPoint(mount.Source, mount.Destination))];
    }
}
