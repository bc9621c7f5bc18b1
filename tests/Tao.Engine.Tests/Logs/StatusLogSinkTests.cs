using System.Text.Json;
using Tao.Engine.Events;
using Tao.Engine.Logs;
using Tao.Engine.Stages;

namespace Tao.Engine.Tests.Logs;

public sealed class StatusLogSinkTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ManualClock _clock = new();
    private readonly StatusLogSink _sink;

    public StatusLogSinkTests() => _sink = new StatusLogSink(LogFile, _clock);

    private string LogFile => _folder.File("status.json");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_training_has_a_start_a_line_an_epoch_and_an_end()
    {
        Publish(new StageEvent(StageKind.Train, StageStatus.Started));
        for (var epoch = 1; epoch <= 2; epoch++)
        {
            Publish(new ProgressEvent("train", epoch, 2, 1, 2, 9));
            _clock.Advance(TimeSpan.FromSeconds(4));
            Publish(new ProgressEvent("train", epoch, 2, 2, 2, 5));
            Publish(new MetricEvent("lr", 0.1, epoch));
            Publish(new MetricEvent("loss", 1.0 / epoch, epoch));
            Publish(new MetricEvent("acc", 0.3, epoch));
            Publish(new MetricEvent("val_acc", 0.5, epoch));
        }
        Publish(new StageEvent(StageKind.Train, StageStatus.Finished));

        var lines = Lines();
        Assert.Equal(["STARTED", "RUNNING", "RUNNING", "SUCCESS"], lines.Select(Status));
        Assert.Equal(2, lines[2].GetProperty("epoch").GetInt32());
        Assert.Equal("0:00:04.000000", lines[2].GetProperty("time_per_epoch").GetString());
        Assert.Equal("0:00:05.000000", lines[2].GetProperty("eta").GetString());
        Assert.Equal(["learning_rate", "loss", "training_accuracy", "validation_accuracy"], Names(lines[2], "graphical"));
        Assert.Equal(["training_accuracy", "validation_accuracy"], Names(lines[2], "kpi"));
        Assert.Equal(0.5, lines[2].GetProperty("graphical").GetProperty("loss").GetDouble());
    }

    [Fact]
    public void Results_that_belong_to_no_epoch_are_key_figures_of_the_last_line()
    {
        Publish(new StageEvent(StageKind.Prune, StageStatus.Started));
        Publish(new MetricEvent("pruning_ratio", 0.4));
        Publish(new MetricEvent("lr", 0.1));
        Publish(new StageEvent(StageKind.Prune, StageStatus.Finished));

        var last = Lines()[^1];
        Assert.Equal("SUCCESS", Status(last));
        Assert.Equal(["pruning_ratio"], Names(last, "kpi"));
        Assert.Equal(0.4, last.GetProperty("kpi").GetProperty("pruning_ratio").GetDouble());
        Assert.False(last.TryGetProperty("epoch", out _));
    }

    [Fact]
    public void A_restored_result_is_a_success_with_its_key_figures()
    {
        Publish(new MetricEvent("pruning_ratio", 0.4));
        Publish(new StageEvent(StageKind.Prune, StageStatus.Restored, "from /cache"));

        Assert.Equal(["STARTED", "SUCCESS"], Lines().Select(Status));
        Assert.Equal("Prune restored from /cache", Lines()[^1].GetProperty("message").GetString());
        Assert.Equal(["pruning_ratio"], Names(Lines()[^1], "kpi"));
    }

    [Theory]
    [InlineData(StageStatus.Failed)]
    [InlineData(StageStatus.Cancelled)]
    public void A_run_that_did_not_finish_ends_in_FAILURE(StageStatus status)
    {
        Publish(new StageEvent(StageKind.Train, StageStatus.Started));
        Publish(new ProgressEvent("train", 1, 2, 1, 2));
        Publish(new StageEvent(StageKind.Train, status));

        Assert.Equal(["STARTED", "FAILURE"], Lines().Select(Status));
    }

    [Theory]
    [InlineData(StageStatus.Failed)]
    [InlineData(StageStatus.UpToDate)]
    public void A_request_that_is_refused_or_up_to_date_writes_nothing(StageStatus status)
    {
        Publish(new StageEvent(StageKind.Train, StageStatus.Started));
        Publish(new StageEvent(StageKind.Train, status));

        Assert.False(File.Exists(LogFile));
    }

    [Fact]
    public void The_old_results_of_a_stage_that_is_up_to_date_are_not_written_again()
    {
        Publish(new StageEvent(StageKind.Evaluate, StageStatus.UpToDate));
        Publish(new MetricEvent("accuracy", 0.5));
        Publish(new ArtifactEvent("per_class", "per_class.csv", "", 1));
        Publish(new StageEvent(StageKind.Evaluate, StageStatus.Finished));

        Assert.False(File.Exists(LogFile));
    }

    [Fact]
    public void The_run_before_that_was_killed_gets_its_end_first()
    {
        new StatusLog(LogFile, _clock).Append(new StatusLine(RunStatus.Running, "killed here"));

        Publish(new ProgressEvent("train", 1, 2, 1, 2));

        Assert.Equal(["RUNNING", "FAILURE", "STARTED"], Lines().Select(Status));
    }

    private void Publish(EngineEvent engineEvent) => _sink.Publish(engineEvent);

    private static string Status(JsonElement line) => line.GetProperty("status").GetString()!;

    private static IEnumerable<string> Names(JsonElement line, string group) => line.GetProperty(group).EnumerateObject().Select(property => property.Name);

    private List<JsonElement> Lines() => [.. File.ReadAllLines(LogFile).Select(line => JsonDocument.Parse(line).RootElement)];
}
