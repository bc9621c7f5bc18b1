using System.Text.Json;
using Tao.Engine.Events;
using Tao.Engine.Jobs;
using Tao.Engine.Stages;

namespace Tao.Cli.Tests.Commands;

public sealed class ListCommandTests : IDisposable
{
    private readonly CliWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public void Without_jobs_it_says_so()
    {
        Assert.Equal(0, _world.Tao("list"));

        Assert.Equal("No jobs.\n", _world.Output);
    }

    [Fact]
    public void A_running_job_shows_how_far_it_is()
    {
        using var job = Begin();
        job.Report(new ProgressEvent("train", 3, 20, 10, 20, 75));
        _world.Clock.Advance(TimeSpan.FromSeconds(61));

        _world.Tao("list");

        var lines = _world.Output.Split('\n');
        Assert.Equal(["ID", "STATE", "NETWORK", "STAGE", "PROGRESS", "TIME", "OUTPUT"], Words(lines[0]));
        Assert.Equal([job.Id, "running", "classification", "Train", "12", "%,", "epoch", "3/20,", "ETA", "1:15", "1:01", "out"], Words(lines[1]));
    }

    [Fact]
    public void Jobs_that_ended_long_ago_are_shown_on_request_only()
    {
        Begin().End(JobState.Finished);
        _world.Clock.Advance(TimeSpan.FromDays(2));

        _world.Tao("list");
        Assert.Equal("No jobs.\n", _world.Output);

        _world.Tao("list", "--all");
        Assert.Contains("finished", _world.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Many_ended_jobs_do_not_hide_a_running_one()
    {
        using var running = Begin();
        for (int i = 0; i < 25; i++)
        {
            _world.Clock.Advance(TimeSpan.FromSeconds(1));
            Begin().End(JobState.Finished);
        }

        _world.Tao("list");

        var lines = _world.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(1 + 1 + 20, lines.Length);
        Assert.Equal(running.Id, Words(lines[1])[0]);
    }

    [Fact]
    public void Json_has_all_facts()
    {
        Begin().End(JobState.Failed, "why");

        _world.Tao("list", "--json");

        var job = JsonDocument.Parse(_world.Output).RootElement[0];
        Assert.Equal(("Failed", "why"), (job.GetProperty("state").GetString(), job.GetProperty("message").GetString()));
    }

    private JobHandle Begin() => _world.Jobs.Begin(new StageRequest
    {
        Stage = StageKind.Train,
        Network = "classification",
        ProjectDirectory = _world.Folder,
        Spec = "s.txt",
        OutputDirectory = "out",
    });

    private static string[] Words(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
