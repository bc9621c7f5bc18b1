using Tao.Cli.Parsing;
using Tao.Cli.Rendering;
using Tao.Engine.Jobs;
using Tao.Specs;

namespace Tao.Cli.Commands;

/// <summary><c>tao stop</c>: asks own jobs to leave a checkpoint and end.</summary>
internal static class StopCommand
{
    private static readonly Flag _all = new("--all", FlagKind.Switch, "All of your running jobs.");

    public static CommandDeclaration Declaration { get; } = new("stop", "Stops jobs of yours gracefully: they leave a checkpoint first.")
    {
        Flags = [_all],
        Operand = new Operand("ID", "Jobs, as 'tao list' shows them; the first letters are enough.", 0, int.MaxValue),
        Run = Run,
    };

    private static int Run(Invocation invocation)
    {
        var context = invocation.Context;
        var jobs = context.Jobs.Read().Jobs;
        var bag = new DiagnosticBag();
        if (invocation.Flags.Has(_all) == invocation.Operands.Length > 0)
            bag.Error(CliCodes.MissingFlag, "'tao stop' needs either job ids or --all.", "'tao list' shows the ids.");
        var chosen = invocation.Flags.Has(_all)
            ? jobs.Where(job => job.State == JobState.Running)
            : invocation.Operands.Select(id => JobChoice.Find(jobs, id, bag)).OfType<JobRecord>().Distinct();
        if (!bag.HasErrors)
            Stop(context, [.. chosen], bag);
        Problems.Print(context.Terminal, bag.Items);
        return bag.HasErrors ? ExitCode.UserError : ExitCode.Success;
    }

    private static void Stop(CliContext context, JobRecord[] jobs, DiagnosticBag bag)
    {
        if (jobs.Length == 0)
            context.Terminal.Output.WriteLine("No running jobs.");
        foreach (var job in jobs)
        {
            switch (JobRegistry.Stop(job))
            {
                case StopOutcome.Asked:
                    context.Terminal.Output.WriteLine($"{job.Id}: asked to stop ({job.Network} {job.Stage}); 'tao list' shows when it has.");
                    break;
                case StopOutcome.NotRunning:
                    context.Terminal.Output.WriteLine($"{job.Id}: is not running ({job.State.ToString().ToLowerInvariant()}).");
                    break;
                case StopOutcome.NotOurs:
                    bag.Error(CliCodes.CannotStop, $"{job.Id}: its process belongs to another user.", "Ask its owner.");
                    break;
                default:
                    bag.Error(CliCodes.CannotStop, $"{job.Id}: this system has no signals.", "Press Ctrl-C in the window where it runs.");
                    break;
            }
        }
    }
}
