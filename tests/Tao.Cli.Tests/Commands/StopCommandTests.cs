using System.Diagnostics;
using System.Text.Json;
using Tao.Engine;
using Tao.Engine.Jobs;
using Tao.Engine.Stages;

namespace Tao.Cli.Tests.Commands;

public sealed class StopCommandTests : IDisposable
{
    private readonly CliWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Theory]
    [InlineData("stop", "'tao stop' needs either job ids or --all.")]
    [InlineData("stop abc --all", "'tao stop' needs either job ids or --all.")]
    [InlineData("stop zzz", "There is no job 'zzz'. 'tao list' shows them.")]
    public void A_stop_of_nothing_is_refused(string arguments, string expected)
    {
        Assert.Equal(1, _world.Tao(arguments.Split(' ')));

        Assert.Contains(expected, _world.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("stop", "ab")]
    [InlineData("stop", "--all")]
    public void The_process_of_the_job_is_interrupted(params string[] arguments)
    {
        using var process = Worker();
        Register("abc123", process);

        Assert.Equal(0, _world.Tao(arguments));

        Assert.True(process.WaitForExit(TimeSpan.FromSeconds(20)));
        Assert.Equal(130, process.ExitCode);
        Assert.StartsWith("abc123: asked to stop (classification Train)", _world.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_job_that_has_ended_is_left_alone()
    {
        using var process = Worker();
        Register("abc123", process);
        process.Kill();
        process.WaitForExit();

        Assert.Equal(0, _world.Tao("stop", "abc123"));

        Assert.Equal("abc123: is not running (died).\n", _world.Output);
    }

    [Fact]
    public void An_id_that_fits_two_jobs_is_asked_back()
    {
        using var process = Worker();
        Register("abc123", process);
        Register("abd456", process);

        Assert.Equal(1, _world.Tao("stop", "ab"));

        Assert.Contains("'ab' could be abc123 or abd456. Write more of the id.", _world.Error, StringComparison.Ordinal);
        Assert.False(process.HasExited);
        process.Kill();
    }

    private static Process Worker()
    {
        var process = Process.Start(new ProcessStartInfo("sh", ["-c", "trap 'exit 130' INT; echo ready; while :; do sleep 0.05; done"]) { RedirectStandardOutput = true })!;
        Assert.Equal("ready", process.StandardOutput.ReadLine());
        return process;
    }

    private void Register(string id, Process process)
    {
        var record = new JobRecord
        {
            Id = id,
            Process = ProcessIdentity.Of(process.Id)!,
            State = JobState.Running,
            Network = "classification",
            Stage = StageKind.Train,
            ProjectDirectory = _world.Folder,
            OutputDirectory = _world.Path("out"),
            StartedUtc = _world.Clock.GetUtcNow(),
            UpdatedUtc = _world.Clock.GetUtcNow(),
        };
        _world.Write($"state/{id}.json", JsonSerializer.Serialize(record, EngineJson.Options));
    }
}
