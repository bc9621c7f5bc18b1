using System.Collections.Immutable;
using Tao.Objectives.Classification;

namespace Tao.Objectives.Tests.Classification;

public sealed class ClassificationMetricsTests
{
    private static readonly ImmutableArray<string> _classes = ["a", "b", "c"];

    [Fact]
    public void Metrics_are_those_reckoned_by_hand()
    {
        var metrics = new ClassificationMetrics(_classes, topK: 2);
        metrics.AddSample([0.7f, 0.2f, 0.1f], 0);
        metrics.AddSample([0.5f, 0.3f, 0.2f], 1);
        metrics.AddSample([0.1f, 0.6f, 0.3f], 1);
        metrics.AddSample([0.6f, 0.3f, 0.1f], 2);
        var summary = metrics.Summarize();

        Assert.Equal(-(Math.Log(0.7f) + Math.Log(0.3f) + Math.Log(0.6f) + Math.Log(0.1f)) / 4, summary["loss"], 1e-12);
        Assert.Equal(0.5, summary["accuracy"]);
        Assert.Equal(0.75, summary["top_k_accuracy"]);
        Assert.Equal((1 / 3.0, 1, 0.5), (summary["precision/a"], summary["recall/a"], summary["f1/a"]));
        Assert.Equal((1, 0.5, 2 / 3.0), (summary["precision/b"], summary["recall/b"], summary["f1/b"]));
        // Never predicted and never found: 0, as scikit-learn's zero_division default says, and not NaN.
        Assert.Equal((0, 0, 0), (summary["precision/c"], summary["recall/c"], summary["f1/c"]));
    }

    /// <summary>Equal scores rank by index, so an all-equal output ranks class 0 first and never finds the last.</summary>
    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(1, 1, 0)]
    [InlineData(1, 2, 1)]
    [InlineData(2, 2, 0)]
    [InlineData(2, 3, 1)]
    [InlineData(2, 9, 1)]
    public void Ties_rank_by_index(int label, int topK, double expected)
    {
        var metrics = new ClassificationMetrics(_classes, topK);
        metrics.AddSample([0.25f, 0.25f, 0.25f], label);
        Assert.Equal(expected, metrics.Summarize()["top_k_accuracy"]);
        Assert.Equal(1, metrics.Confusion[label, 0]);
    }

    [Fact]
    public void Top_1_accuracy_is_accuracy()
    {
        var metrics = new ClassificationMetrics(_classes, topK: 1);
        foreach (var (sample, label) in new[] { (new[] { 0.4f, 0.4f, 0.2f }, 1), ([0.2f, 0.4f, 0.4f], 1), ([0.1f, 0.1f, 0.8f], 2) })
            metrics.AddSample(sample, label);
        var summary = metrics.Summarize();
        Assert.Equal(summary["accuracy"], summary["top_k_accuracy"]);
        Assert.Equal(2 / 3.0, summary["accuracy"], 1e-12);
    }

    /// <summary>A network that has diverged finds nothing, and its loss says so.</summary>
    [Fact]
    public void Predictions_that_are_no_numbers_are_no_hits()
    {
        var metrics = new ClassificationMetrics(_classes, topK: 2);
        for (var label = 0; label < _classes.Length; label++)
            metrics.AddSample([float.NaN, float.NaN, float.NaN], label);
        var summary = metrics.Summarize();
        Assert.Equal(0, summary["top_k_accuracy"]);
        Assert.True(double.IsNaN(summary["loss"]));
    }

    [Theory]
    [InlineData(0f, 1e-7)]
    [InlineData(1f, 1 - 1e-7)]
    public void The_loss_clips_probabilities_as_Keras_does(float probability, double clipped)
    {
        var metrics = new ClassificationMetrics(_classes, topK: 1);
        metrics.AddSample([probability, 1 - probability, 0], 0);
        Assert.Equal(-Math.Log(clipped), metrics.Summarize()["loss"], 1e-12);
    }

    [Fact]
    public void A_batch_counts_its_samples_and_no_more()
    {
        using var batch = Batches.OnePerClass(3);
        var metrics = new ClassificationMetrics(_classes, topK: 1);
        // The buffer is longer than the batch, as pooled ones may be.
        metrics.Add([new float[] { 0.8f, 0.1f, 0.1f, 0.2f, 0.5f, 0.3f, 0.6f, 0.3f, 0.1f, 9, 9, 9 }], batch);
        Assert.Equal(3, metrics.Confusion.Total);
        Assert.Equal((1, 1, 1), (metrics.Confusion[0, 0], metrics.Confusion[1, 1], metrics.Confusion[2, 0]));
    }

    [Fact]
    public void Without_samples_every_metric_is_0()
    {
        var summary = new ClassificationMetrics(_classes, topK: 1).Summarize();
        Assert.All(summary.Values, value => Assert.Equal(0, value));
    }
}
