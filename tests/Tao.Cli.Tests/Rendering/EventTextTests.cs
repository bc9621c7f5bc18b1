using Tao.Cli.Rendering;
using Tao.Engine.Events;
using Tao.Engine.Stages;

namespace Tao.Cli.Tests.Rendering;

public sealed class EventTextTests
{
    private readonly ManualClock _clock = new();
    private readonly EventText _text;
    private readonly List<string> _lines = [];

    public EventTextTests() => _text = new EventText("classification", _clock);

    [Fact]
    public void A_training_is_one_line_an_epoch()
    {
        Publish(new StageEvent(StageKind.Train, StageStatus.Started, "there is no record of an earlier run"));
        for (var epoch = 1; epoch <= 2; epoch++)
        {
            Publish(new ProgressEvent("train", epoch, 2, 1, 2, 75));
            _clock.Advance(TimeSpan.FromSeconds(1.25));
            Publish(new ProgressEvent("train", epoch, 2, 2, 2, 74));
            Publish(new MetricEvent("loss", 0.123456, epoch));
            Publish(new MetricEvent("acc", 0.5, epoch));
        }
        Publish(new MetricEvent("top_k_accuracy", 0.91));
        Publish(new ArtifactEvent("model", "weights/resnet_002.tlt", "ab", 5 * 1024 * 1024));
        Publish(new StageEvent(StageKind.Train, StageStatus.Finished));

        Assert.Equal(
        [
            "classification train: started (there is no record of an earlier run)",
            "epoch 1/2  acc 0.5  loss 0.1235  1.3 s  ETA 1:14",
            "epoch 2/2  acc 0.5  loss 0.1235  1.3 s",
            "  top_k_accuracy 0.91",
            "  model: weights/resnet_002.tlt (5.0 MiB)",
            "classification train: done",
        ], _lines);
    }

    [Theory]
    [InlineData(StageStatus.UpToDate, null, "classification evaluate: up to date")]
    [InlineData(StageStatus.Restored, "from /cache", "classification evaluate: restored (from /cache)")]
    [InlineData(StageStatus.Failed, "whatever", "classification evaluate: failed")]
    [InlineData(StageStatus.Cancelled, null, "classification evaluate: stopped; the same command resumes it")]
    public void Every_end_has_its_sentence(StageStatus status, string? reason, string expected)
    {
        Publish(new StageEvent(StageKind.EvaluateRetrained, status, reason));

        Assert.Equal([expected], _lines);
    }

    [Fact]
    public void A_problem_is_one_line_in_MSBuilds_form()
    {
        Publish(new DiagnosticEvent("TAO1010", "error", "There is no\nfield 'x'.", "Write 'y'.", "specs/a b.txt", 3, 7));

        Assert.Equal(["specs/a b.txt(3,7): error TAO1010: There is no field 'x'. Write 'y'."], _lines);
    }

    private void Publish(EngineEvent engineEvent) => _lines.AddRange(_text.Lines(engineEvent).Select(line => line.Text));
}
