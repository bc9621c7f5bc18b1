using System.Collections.Immutable;
using Tao.Data.Classification;
using Tao.Data.Loading;
using Tao.Objectives.Classification;

namespace Tao.Objectives.Tests.Classification;

public sealed class MultitaskMetricsTests
{
    private static readonly ImmutableArray<LabelSet> _labelSets = [new("kind", ["cat", "dog"]), new("size", ["large", "small"])];

    [Fact]
    public void Each_task_is_measured_and_the_mean_accuracy()
    {
        var metrics = Measured();
        var summary = metrics.Summarize();
        // Kind: both right. Size: one of two.
        Assert.Equal((1.0, 0.5, 0.75, 0.75), (summary["kind"], summary["size"], summary["mean accuracy"], summary["accuracy"]));
        double kind = -(Math.Log(0.9f) + Math.Log(0.8f)) / 2, size = -(Math.Log(0.7f) + Math.Log(0.4f)) / 2;
        Assert.Equal(kind + (3 * size), summary["loss"], 1e-6);
        Assert.Equal(0.5, summary["size/recall/large"] * summary["size/precision/large"], 1e-12);
        Assert.Equal(["val_acc", "val_kind_acc", "val_kind_loss", "val_loss", "val_size_acc", "val_size_loss"], metrics.LogColumns().Keys);
        Assert.Equal(size, metrics.LogColumns()["val_size_loss"], 1e-6);
    }

    [Fact]
    public void The_report_and_the_tables_name_the_tasks()
    {
        var metrics = Measured();
        Assert.Contains("size            0.6364", metrics.Report(), StringComparison.Ordinal);
        var tables = metrics.Tables();
        Assert.Equal(["per_class", "confusion_matrix_kind", "confusion_matrix_size"], tables.Select(table => table.Name));
        Assert.Equal(["task", "class", "precision", "recall", "f1", "support"], tables[0].Rows[0]);
        Assert.Equal(["kind", "cat", 1.0, 1.0, 1.0, 1L], tables[0].Rows[1]);
        Assert.Equal(["small", 1L, 0L], tables[2].Rows[2]);
    }

    private static MultitaskMetrics Measured()
    {
        // Two samples: a large cat that is taken for one, and a small dog that is taken for a large one.
        using var batch = Batches.OfLabels(_labelSets, [0, 0], [1, 1]);
        var metrics = new MultitaskMetrics(_labelSets, [1, 3]);
        metrics.Add([new float[] { 0.9f, 0.1f, 0.2f, 0.8f }, new[] { 0.7f, 0.3f, 0.6f, 0.4f }], batch);
        return metrics;
    }
}
