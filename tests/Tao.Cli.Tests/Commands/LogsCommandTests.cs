using System.Diagnostics;
using System.Text.Json;
using Tao.Engine;
using Tao.Engine.Jobs;
using Tao.Engine.Stages;

namespace Tao.Cli.Tests.Commands;

public sealed class LogsCommandTests : IDisposable
{
    private const string Started = """{"date":"11/27/2026","time":"15:48:47","status":"STARTED","verbosity":"INFO","message":"Starting Train."}""";
    private const string Epoch = """{"time":"15:48:50","status":"RUNNING","message":"Training loop in progress","epoch":2,"max_epoch":6,"eta":"0:00:04.284011","graphical":{"loss":0.4461,"training_accuracy":0.8917}}""";
    private const string Success = """{"time":"15:48:55","status":"SUCCESS","message":"Train complete."}""";

    private readonly CliWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public void A_finished_job_s_lines_are_told()
    {
        Register(JobState.Finished, ProcessIdentity.Current);
        _world.Write("out/status.json", $"{Started}\n{Epoch}\n{Success}\n");

        Assert.Equal(0, _world.Tao("logs", "abc"));

        Assert.Equal(
            "15:48:47 STARTED Starting Train.\n15:48:50 RUNNING epoch 2/6, ETA 0:00:04: loss 0.4461, training_accuracy 0.8917\n15:48:55 SUCCESS Train complete.\n",
            _world.Output);
    }

    [Fact]
    public void Json_is_left_as_it_is_and_half_a_line_is_none()
    {
        Register(JobState.Finished, ProcessIdentity.Current);
        _world.Write("out/status.json", $"{Started}\n{Epoch[..20]}");

        Assert.Equal(0, _world.Tao("logs", "abc123", "--json"));

        Assert.Equal(Started + "\n", _world.Output);
    }

    [Fact]
    public async Task A_running_job_is_followed_to_its_end()
    {
        using var process = Process.Start("sleep", "60");
        Register(JobState.Running, ProcessIdentity.Of(process.Id)!);
        _world.Write("out/status.json", $"{Started}\n");
        var followed = Task.Run(() => _world.Tao("logs", "abc123", "-f"), TestContext.Current.CancellationToken);
        while (!_world.Output.Contains("STARTED", StringComparison.Ordinal))
            await Task.Delay(20, TestContext.Current.CancellationToken);
        Assert.False(followed.IsCompleted);

        File.AppendAllText(_world.Path("out/status.json"), $"{Epoch}\n{Success}\n");
        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, await followed);
        Assert.EndsWith("Train complete.\n", _world.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_job_without_a_log_is_said()
    {
        Register(JobState.Finished, ProcessIdentity.Current);

        Assert.Equal(1, _world.Tao("logs", "abc123"));

        Assert.Contains("has no log", _world.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_id_that_is_none_is_said()
    {
        Assert.Equal(1, _world.Tao("logs", "zzz"));

        Assert.Contains("There is no job 'zzz'.", _world.Error, StringComparison.Ordinal);
    }

    private void Register(JobState state, ProcessIdentity process)
    {
        var record = new JobRecord
        {
            Id = "abc123",
            Process = process,
            State = state,
            Network = "classification",
            Stage = StageKind.Train,
            ProjectDirectory = _world.Folder,
            OutputDirectory = _world.Path("out"),
            StartedUtc = _world.Clock.GetUtcNow(),
            UpdatedUtc = _world.Clock.GetUtcNow(),
        };
        _world.Write("state/abc123.json", JsonSerializer.Serialize(record, EngineJson.Options));
    }
}
