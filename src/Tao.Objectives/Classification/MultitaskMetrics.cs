using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Tao.Data.Classification;
using Tao.Data.Loading;

namespace Tao.Objectives.Classification;

/// <summary>What <see cref="ClassificationMetrics"/> measures, for each task, and their mean accuracy.</summary>
public sealed class MultitaskMetrics(ImmutableArray<LabelSet> labelSets, ImmutableArray<float> taskWeights) : IMetrics
{
    private readonly ImmutableArray<ClassificationMetrics> _tasks = [.. labelSets.Select(set => new ClassificationMetrics(set.Classes, 1))];

    public void Add(IReadOnlyList<ReadOnlyMemory<float>> predictions, ImageBatch batch)
    {
        for (int task = 0; task < _tasks.Length; task++)
        {
            int classes = labelSets[task].Classes.Length;
            for (int sample = 0; sample < batch.Count; sample++)
                _tasks[task].AddSample(predictions[task].Span.Slice(sample * classes, classes), batch.Labels[(sample * _tasks.Length) + task]);
        }
    }

    /// <summary>TAO's key figures are the tasks' accuracies by their names and <c>mean accuracy</c>, which <c>accuracy</c> repeats.</summary>
    public ImmutableSortedDictionary<string, double> Summarize()
    {
        var summary = ImmutableSortedDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
        summary["loss"] = Loss;
        summary["accuracy"] = summary["mean accuracy"] = Accuracy;
        foreach (var (set, metrics) in labelSets.Zip(_tasks))
        {
            summary[set.Name] = metrics.Confusion.Accuracy;
            foreach (var (name, value) in metrics.Summarize().Where(metric => metric.Key != "top_k_accuracy"))
                summary[$"{set.Name}/{name}"] = value;
        }
        return summary.ToImmutable();
    }

    public ImmutableSortedDictionary<string, double> LogColumns()
    {
        var columns = ImmutableSortedDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
        columns["val_loss"] = Loss;
        columns["val_acc"] = Accuracy;
        foreach (var (set, metrics) in labelSets.Zip(_tasks))
        {
            columns[$"val_{set.Name}_acc"] = metrics.Confusion.Accuracy;
            columns[$"val_{set.Name}_loss"] = metrics.Loss;
        }
        return columns.ToImmutable();
    }

    public string Report()
    {
        int width = Math.Max(12, labelSets.Max(set => set.Name.Length) + 2);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"Total Val Loss: {Loss:F6}\n{"Tasks".PadRight(width)}{"Val loss",12}{"Val acc",12}\n");
        foreach (var (set, metrics) in labelSets.Zip(_tasks))
            text.Append(CultureInfo.InvariantCulture, $"{set.Name.PadRight(width)}{metrics.Loss,12:F6}{metrics.Confusion.Accuracy,12:F6}\n");
        text.Append(CultureInfo.InvariantCulture, $"{"mean".PadRight(width)}{"",12}{Accuracy,12:F6}\n");
        foreach (var (set, metrics) in labelSets.Zip(_tasks))
            text.Append(CultureInfo.InvariantCulture, $"\n{set.Name}\n{ClassificationReport.Format(metrics.Confusion)}");
        return text.ToString();
    }

    public ImmutableArray<MetricsTable> Tables() =>
    [
        ClassificationTables.PerClass(labelSets.Zip(_tasks, (set, metrics) => (set.Name, metrics.Confusion))),
        .. labelSets.Zip(_tasks, (set, metrics) => ClassificationTables.Confusion(metrics.Confusion, set.Name)),
    ];

    private double Loss => _tasks.Zip(taskWeights, (task, weight) => task.Loss * weight).Sum();

    private double Accuracy => _tasks.Average(task => task.Confusion.Accuracy);
}
