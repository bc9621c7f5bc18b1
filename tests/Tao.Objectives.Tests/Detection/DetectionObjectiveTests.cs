using System.Collections.Immutable;
using Tao.Data.Classification;
using Tao.Data.Detection;
using Tao.Data.Loading;
using Tao.Graph;
using Tao.Graph.Ops;
using Tao.Objectives.Detection;
using Tao.Testing;
using TorchSharp;
using TorchSharp.Extensions;
using static TorchSharp.torch;

namespace Tao.Objectives.Tests.Detection;

public sealed class DetectionObjectiveTests
{
    private static readonly ImmutableArray<GroundTruthBox>[] _boxes =
    [
        [new(0, new BoundingBox(4, 4, 20, 20)), new(1, new BoundingBox(40, 8, 60, 56))],
        [],
        [new(1, new BoundingBox(8, 30, 40, 60)), new(0, new BoundingBox(50, 50, 63, 63), Difficult: true)],
    ];

    private static readonly DetectionSettings _settings = new()
    {
        Classes = ["car", "person"],
        Anchors = AnchorGrid.Create(
            [new AnchorLayer(8, 8, AnchorShape.OfScale(0.25, 0.5, [1, 2, 0.5], twoForRatioOne: true)), new AnchorLayer(4, 4, AnchorShape.OfScale(0.5, 0.8, [1, 2, 0.5], twoForRatioOne: true))],
            64,
            64,
            clip: false),
        Coder = new BoxCoder(0.1f, 0.1f, 0.2f, 0.2f),
        Loss = new MultiBoxLoss(3, 1),
        Suppression = new NonMaximumSuppression(0.3, 0.45, 100),
        AveragePrecision = AveragePrecisionMode.Integrate,
    };

    private static readonly int _anchors = _settings.Anchors.Boxes.Length;

    [Fact]
    public void The_loss_reads_the_logits_under_the_scores()
    {
        var builder = new GraphBuilder("detector");
        var image = builder.Input("input_1", TensorType.Image(3, 8, 8));
        var logits = builder.Add("conf", new AnchorRows(3), builder.Add("conf_conv", new Conv2d(6, 1, 1), image));
        var offsets = builder.Add("loc", new AnchorRows(4), builder.Add("loc_conv", new Conv2d(8, 1, 1), image));
        var graph = builder.Build(builder.Add("scores", new Softmax(2), logits), offsets);

        Assert.Equal(["conf", "loc"], new DetectionObjective(_settings).LossValues(graph));
        Assert.Equal(["scores", "loc"], new DetectionObjective(_settings).PredictionValues(graph));
        Assert.Throws<GraphException>(() => new DetectionObjective(_settings).LossValues(builder.Build(logits, offsets)));
    }

    [Fact]
    public void Answers_that_are_the_targets_are_all_right()
    {
        using var batch = Batch();
        var objective = new DetectionObjective(_settings);
        var predictions = Perfect(objective, batch);
        var metrics = objective.CreateMetrics();
        metrics.Add(predictions, batch);

        var summary = metrics.Summarize();
        Assert.Equal(1, summary["mAP"], 1e-12);
        Assert.Equal(1, summary["AP/person"], 1e-12);
        Assert.Equal(1, summary["mAP50:95"], 1e-12);
        Assert.InRange(summary["loss"], 0, 0.01);
        Assert.Equal(["AP_car", "AP_person", "mAP", "validation_loss"], metrics.LogColumns().Keys);
        Assert.Equal([[], []], metrics.Tables().Select(table => table.Rows.Skip(1).Where(row => row[0] is not ("car" or "person"))));

        // The difficult box is not taught, so it is not found; the others are, to a thousandth.
        Assert.Equal([2, 0, 1], objective.Decode(predictions, batch.Count).Select(answer => answer.Boxes.Length));
        var best = objective.Detect(predictions, 0).Single(found => found.Class == 1);
        Assert.Equal(1, BoundingBox.Iou(batch.Boxes[0][1].Box, best.Box), 1e-3);
    }

    [Fact]
    public void Difficult_boxes_are_taught_on_request()
    {
        using var batch = Batch();

        Assert.True(Foreground(_settings with { IncludeDifficult = true }, batch) > Foreground(_settings, batch));
    }

    [Fact]
    public void Without_answers_nothing_is_right_and_the_report_says_so()
    {
        using var batch = Batch();
        var objective = new DetectionObjective(_settings);
        var scores = new float[batch.Count * _anchors * 3];
        for (int i = 0; i < scores.Length; i += 3)
            scores[i] = 1;
        var metrics = objective.CreateMetrics();
        metrics.Add([scores, new float[batch.Count * _anchors * 4]], batch);

        Assert.Equal(0, metrics.Summarize()["mAP"]);
        Assert.True(metrics.Summarize()["loss"] > 1);
        Assert.Contains("              mAP   0\n", metrics.Report(), StringComparison.Ordinal);
        Assert.Contains("car           AP    0\n", metrics.Report(), StringComparison.Ordinal);
    }

    /// <summary>Validation has the scores only, and finds the loss of the logits in them.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_validation_loss_is_the_training_loss(bool sigmoid)
    {
        using var batch = Batch();
        var settings = sigmoid ? _settings with { Sigmoid = true, Loss = new FocalLoss(0.25, 2, 1) } : _settings;
        var objective = new DetectionObjective(settings);
        manual_seed(3);
        using var logits = randn(batch.Count, _anchors, 3);
        using var offsets = randn(batch.Count, _anchors, 4);
        using var targets = objective.AssignTargets(batch);
        using var expected = objective.Loss([logits, offsets], targets);
        using var scores = sigmoid ? logits.sigmoid() : logits.softmax(2);

        var metrics = objective.CreateMetrics();
        metrics.Add([Values(scores), Values(offsets)], batch);

        Assert.Equal(expected.ToDouble(), metrics.Summarize()["loss"], 1e-4);
    }

    private static double Foreground(DetectionSettings settings, ImageBatch batch)
    {
        using var targets = new DetectionObjective(settings).AssignTargets(batch);
        return targets.select(2, 0).gt(0).sum().ToDouble();
    }

    /// <summary>Certain of the class of every anchor that has one, with its offsets.</summary>
    private static ReadOnlyMemory<float>[] Perfect(DetectionObjective objective, ImageBatch batch)
    {
        using var targets = objective.AssignTargets(batch);
        float[] rows = Values(targets);
        var (scores, offsets) = (new float[batch.Count * _anchors * 3], new float[batch.Count * _anchors * 4]);
        for (int i = 0; i < batch.Count * _anchors; i++)
        {
            var row = rows.AsSpan(i * AnchorTargets.Columns, AnchorTargets.Columns);
            scores[(i * 3) + Math.Max(0, (int)row[0])] = 1;
            row[2..].CopyTo(offsets.AsSpan(i * 4));
        }
        return [scores, offsets];
    }

    private static float[] Values(Tensor tensor)
    {
        var values = new float[tensor.numel()];
        tensor.contiguous().copy_to<float>(values);
        return values;
    }

    private static ImageBatch Batch()
    {
        using var folder = new TemporaryFolder();
        TinyImages.WriteFolder(folder.Path, _boxes.Length, perClass: 1);
        var samples = _boxes.Select((boxes, i) => new ImageSample($"class{i}/000.png", [], null, 64, 64) { Boxes = boxes });
        var dataset = new ImageDataset(folder.Path, LabelSet.Single(_settings.Classes), [.. samples]) { LabelsBoxes = true };
        var preprocessing = new ImagePreprocessing { Height = 64, Width = 64, Channels = 3, Mode = PreprocessMode.Caffe };
        return new BatchLoader(dataset, preprocessing, null, new BatchLoaderOptions { BatchSize = _boxes.Length, Workers = 1 })
            .ReadEpoch(0, 0, TestContext.Current.CancellationToken).Single();
    }
}
