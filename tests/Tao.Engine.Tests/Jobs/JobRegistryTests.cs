using System.Diagnostics;
using System.Text.Json;
using Tao.Engine.Events;
using Tao.Engine.Jobs;
using Tao.Engine.Stages;

namespace Tao.Engine.Tests.Jobs;

public sealed class JobRegistryTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ManualClock _clock = new();
    private readonly JobRegistry _registry;

    public JobRegistryTests() => _registry = new JobRegistry(_folder.File("state/jobs"), _clock);

    private static StageRequest Request { get; } = new()
    {
        Stage = StageKind.Train,
        Network = "classification",
        ProjectDirectory = "/project",
        Spec = "train.txt",
        OutputDirectory = "out",
    };

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_folder_that_does_not_exist_holds_no_jobs() => Assert.Empty(_registry.Read().Jobs);

    [Fact]
    public void A_job_that_began_is_running_with_its_facts()
    {
        using var job = _registry.Begin(Request);

        var record = Assert.Single(_registry.Read().Jobs);
        Assert.Equal((job.Id, JobState.Running), (record.Id, record.State));
        Assert.Equal(("classification", StageKind.Train, "/project/out"), (record.Network, record.Stage, record.OutputDirectory));
        Assert.Equal(_clock.GetUtcNow(), record.StartedUtc);
        Assert.Equal(Environment.ProcessId, record.Process.Pid);
    }

    [Theory]
    [InlineData(JobState.Finished)]
    [InlineData(JobState.Failed)]
    [InlineData(JobState.Cancelled)]
    public void An_ended_job_keeps_its_end(JobState state)
    {
        var job = _registry.Begin(Request);
        _clock.Advance(TimeSpan.FromMinutes(2));
        job.End(state, "because");
        job.End(JobState.Failed, "again");

        var record = Assert.Single(_registry.Read().Jobs);
        Assert.Equal((state, "because", _clock.GetUtcNow()), (record.State, record.Message, record.EndedUtc));
    }

    [Fact]
    public void A_job_that_nobody_ended_has_failed()
    {
        _registry.Begin(Request).Dispose();

        Assert.Equal(JobState.Failed, Assert.Single(_registry.Read().Jobs).State);
    }

    [Fact]
    public void Progress_is_written_at_most_once_a_second()
    {
        using var job = _registry.Begin(Request);
        job.Report(new ProgressEvent("train", 1, 4, 1, 10));
        job.Report(new ProgressEvent("train", 1, 4, 2, 10));
        Assert.Equal(1, Progress().Step);

        _clock.Advance(TimeSpan.FromSeconds(1));
        job.Report(new ProgressEvent("train", 2, 4, 5, 10, 12.5));

        Assert.Equal(new JobProgress("train", 2, 4, 5, 10, 12.5), Progress());
        Assert.Equal(0.375, Progress().Fraction);
    }

    [Fact]
    public void A_running_job_whose_process_is_gone_has_died()
    {
        using var process = Sleeper();
        var record = Write(process, JobState.Running);
        Assert.Equal(JobState.Running, _registry.Read().Jobs.Single(job => job.Id == record.Id).State);

        process.Kill();
        process.WaitForExit();

        Assert.Equal(JobState.Died, _registry.Read().Jobs.Single(job => job.Id == record.Id).State);
    }

    [Fact]
    public void A_process_id_that_another_process_took_over_is_not_the_job()
    {
        using var process = Sleeper();
        Write(process, JobState.Running, start => "another boot:" + start);

        Assert.Equal(JobState.Died, Assert.Single(_registry.Read().Jobs).State);
        process.Kill();
    }

    [Fact]
    public void Stop_interrupts_the_process_of_a_running_job()
    {
        using var process = Shell("trap 'exit 42' INT; echo ready; while :; do sleep 0.05; done");
        Assert.Equal("ready", process.StandardOutput.ReadLine());

        var outcome = JobRegistry.Stop(Write(process, JobState.Running));

        Assert.Equal(StopOutcome.Asked, outcome);
        Assert.True(process.WaitForExit(TimeSpan.FromSeconds(20)));
        Assert.Equal(42, process.ExitCode);
    }

    [Fact]
    public void Stop_falls_back_to_SIGTERM_for_a_process_that_ignores_SIGINT()
    {
        using var process = Shell("trap '' INT; trap 'exit 43' TERM; echo ready; while :; do sleep 0.05; done");
        Assert.Equal("ready", process.StandardOutput.ReadLine());

        JobRegistry.Stop(Write(process, JobState.Running));

        Assert.True(process.WaitForExit(TimeSpan.FromSeconds(20)));
        Assert.Equal(43, process.ExitCode);
    }

    [Fact]
    public void Stop_leaves_a_job_alone_that_has_ended()
    {
        using var process = Sleeper();

        Assert.Equal(StopOutcome.NotRunning, JobRegistry.Stop(Write(process, JobState.Finished)));

        Assert.False(process.HasExited);
        process.Kill();
    }

    [Fact]
    public void Only_the_last_200_ended_jobs_stay()
    {
        for (var i = 0; i < JobRegistry.Retention + 5; i++)
        {
            _registry.Begin(Request).End(JobState.Finished);
            _clock.Advance(TimeSpan.FromSeconds(1));
        }
        using var running = _registry.Begin(Request);

        var jobs = _registry.Read().Jobs;
        Assert.Equal(JobRegistry.Retention - 1, jobs.Count(job => job.State == JobState.Finished));
        Assert.Equal(running.Id, jobs[0].Id);
    }

    [Fact]
    public async Task Jobs_that_begin_at_once_do_not_disturb_each_other()
    {
        var jobs = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < 20; i++)
                _registry.Begin(Request).End(JobState.Finished);
            return true;
        })));

        Assert.Equal(8, jobs.Length);
        var listing = _registry.Read();
        Assert.Equal(160, listing.Jobs.Length);
        Assert.Empty(listing.Unreadable);
        Assert.Empty(Directory.GetFiles(_registry.Folder, "*.tmp"));
    }

    [Fact]
    public void A_file_that_is_no_job_is_named_and_disturbs_nothing()
    {
        _registry.Begin(Request).End(JobState.Finished);
        var broken = Path.Combine(_registry.Folder, "0000.json");
        File.WriteAllText(broken, "{ \"id\": ");

        var listing = _registry.Read();

        Assert.Single(listing.Jobs);
        Assert.Equal([broken], listing.Unreadable);
    }

    [Fact]
    public void The_folder_is_for_this_user_only()
    {
        using var job = _registry.Begin(Request);

        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(_registry.Folder));
    }

    [Theory]
    [InlineData("/state", "/home/me", "/state/tao/jobs")]
    [InlineData(null, "/home/me", "/home/me/.local/state/tao/jobs")]
    [InlineData("relative is ignored", "/home/me", "/home/me/.local/state/tao/jobs")]
    public void The_default_folder_follows_the_XDG_rules(string? state, string home, string expected) =>
        Assert.Equal(expected, JobRegistry.DefaultFolder(name => name == "XDG_STATE_HOME" ? state : name == "HOME" ? home : null));

    private JobProgress Progress() => Assert.Single(_registry.Read().Jobs).Progress!;

    private JobRecord Write(Process process, JobState state, Func<string, string>? start = null)
    {
        var identity = ProcessIdentity.Of(process.Id)!;
        var record = new JobRecord
        {
            Id = "abc123",
            Process = identity with { Start = start?.Invoke(identity.Start) ?? identity.Start },
            State = state,
            Network = "classification",
            Stage = StageKind.Train,
            ProjectDirectory = "/project",
            OutputDirectory = "/project/out",
            StartedUtc = _clock.GetUtcNow(),
            UpdatedUtc = _clock.GetUtcNow(),
        };
        Directory.CreateDirectory(_registry.Folder);
        File.WriteAllText(Path.Combine(_registry.Folder, record.Id + ".json"), JsonSerializer.Serialize(record, EngineJson.Options));
        return record;
    }

    private static Process Sleeper() => Process.Start(new ProcessStartInfo("sleep", ["60"]))!;

    private static Process Shell(string script) => Process.Start(new ProcessStartInfo("sh", ["-c", script]) { RedirectStandardOutput = true })!;
}
