using System.Globalization;
using System.Text.Json;
using Spectre.Console;
using Tao.Cli.Parsing;
using Tao.Cli.Rendering;
using Tao.Engine;
using Tao.Engine.Jobs;

namespace Tao.Cli.Commands;

/// <summary><c>tao list</c>: this user's jobs on this machine.</summary>
internal static class ListCommand
{
    // More would push the running jobs off the screen; a build alone runs ten stages.
    private const int ShownEnded = 20;

    private static readonly Flag _json = new("--json", FlagKind.Switch, "Print JSON.");
    private static readonly Flag _all = new("--all", FlagKind.Switch, "All jobs that are remembered, and not only the running ones and today's latest.") { Aliases = ["-a"] };

    public static CommandDeclaration Declaration { get; } = new("list", "Lists your running and finished jobs.")
    {
        Flags = [_all, _json],
        Run = Run,
    };

    private static int Run(Invocation invocation)
    {
        var context = invocation.Context;
        var listing = context.Jobs.Read();
        foreach (var file in listing.Unreadable)
            context.Terminal.Error.WriteLine($"tao : warning {CliCodes.RegistryUnavailable}: '{file}' holds no job; delete it.");
        var jobs = invocation.Flags.Has(_all) ? [.. listing.Jobs] : Latest(listing.Jobs, context.Clock.GetUtcNow() - TimeSpan.FromDays(1));
        if (invocation.Flags.Has(_json))
            context.Terminal.Output.WriteLine(JsonSerializer.Serialize(jobs, EngineJson.Options));
        else if (jobs.Length == 0)
            context.Terminal.Output.WriteLine("No jobs.");
        else
            Print(context, jobs);
        return ExitCode.Success;
    }

    /// <summary>Running jobs first.</summary>
    private static JobRecord[] Latest(IReadOnlyCollection<JobRecord> jobs, DateTimeOffset since) =>
    [
        .. jobs.Where(job => job.State == JobState.Running),
        .. jobs.Where(job => job.State != JobState.Running && job.EndedUtc >= since).Take(ShownEnded),
    ];

    private static void Print(CliContext context, JobRecord[] jobs)
    {
        var table = new Table().NoBorder();
        foreach (var title in new[] { "ID", "STATE", "NETWORK", "STAGE", "PROGRESS", "TIME", "OUTPUT" })
            table.AddColumn(new TableColumn(title).NoWrap());
        foreach (var job in jobs)
        {
            var end = job.EndedUtc ?? context.Clock.GetUtcNow();
            table.AddRow(
                new Text(job.Id),
                new Text(job.State.ToString().ToLowerInvariant(), StyleOf(job.State)),
                new Text(job.Network),
                new Text(job.Stage.ToString()),
                new Text(Progress(job)),
                new Text(Quantity.Clock(end - job.StartedUtc)),
                new Text(Path.GetRelativePath(context.WorkingDirectory, job.OutputDirectory)));
        }
        context.Terminal.CreateConsole().Write(table);
    }

    private static string Progress(JobRecord job)
    {
        if (job.State != JobState.Running || job.Progress is not { } progress)
            return job.Message ?? "";
        var text = string.Create(CultureInfo.InvariantCulture, $"{Quantity.Percent(progress.Fraction)}, epoch {progress.Epoch}/{progress.Epochs}");
        return progress.EtaSeconds is { } eta ? $"{text}, ETA {Quantity.Clock(TimeSpan.FromSeconds(eta))}" : text;
    }

    private static Style StyleOf(JobState state) => state switch
    {
        JobState.Running => new Style(Color.Blue),
        JobState.Finished => new Style(Color.Green),
        JobState.Cancelled => new Style(Color.Yellow),
        _ => new Style(Color.Red),
    };
}
