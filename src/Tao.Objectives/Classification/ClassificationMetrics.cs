using System.Collections.Immutable;
using System.Globalization;
using Tao.Data.Loading;

namespace Tao.Objectives.Classification;

/// <summary>Loss, accuracy, top-k accuracy and the confusion matrix of a classifier, from its softmax outputs.</summary>
public sealed class ClassificationMetrics(ImmutableArray<string> classes, int topK) : IMetrics
{
    /// <summary>Keras clips probabilities to [ε, 1 − ε] before the logarithm.</summary>
    private const double Epsilon = 1e-7;

    private double _lossSum;
    private long _topKHits;

    public ConfusionMatrix Confusion { get; } = new(classes);

    /// <summary>Mean cross-entropy.</summary>
    public double Loss => _lossSum / Math.Max(1, Confusion.Total);

    /// <summary>Share of samples whose class is among the k most probable.</summary>
    public double TopKAccuracy => (double)_topKHits / Math.Max(1, Confusion.Total);

    public void Add(IReadOnlyList<ReadOnlyMemory<float>> predictions, ImageBatch batch)
    {
        var probabilities = predictions[0].Span;
        for (int sample = 0; sample < batch.Count; sample++)
            AddSample(probabilities.Slice(sample * classes.Length, classes.Length), batch.Labels[sample]);
    }

    public void AddSample(ReadOnlySpan<float> probabilities, int label)
    {
        float own = probabilities[label];
        int better = 0, best = 0;
        for (int i = 0; i < probabilities.Length; i++)
        {
            // Equal scores rank by index, so that the result does not depend on luck; a score that is no number ranks last.
            if (float.IsNaN(own) || probabilities[i] > own || (probabilities[i] == own && i < label))
                better++;
            if (probabilities[i] > probabilities[best])
                best = i;
        }
        Confusion.Add(label, best);
        _topKHits += better < topK ? 1 : 0;
        _lossSum -= Math.Log(Math.Clamp(own, Epsilon, 1 - Epsilon));
    }

    public ImmutableSortedDictionary<string, double> Summarize()
    {
        var summary = ImmutableSortedDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
        summary["loss"] = Loss;
        summary["accuracy"] = Confusion.Accuracy;
        summary["top_k_accuracy"] = TopKAccuracy;
        for (int i = 0; i < classes.Length; i++)
        {
            summary[$"precision/{classes[i]}"] = Confusion.Precision(i);
            summary[$"recall/{classes[i]}"] = Confusion.Recall(i);
            summary[$"f1/{classes[i]}"] = Confusion.F1(i);
        }
        return summary.ToImmutable();
    }

    public ImmutableSortedDictionary<string, double> LogColumns() =>
        ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, [KeyValuePair.Create("val_loss", Loss), KeyValuePair.Create("val_acc", Confusion.Accuracy)]);

    public string Report() => string.Create(
        CultureInfo.InvariantCulture,
        $"Evaluation Loss: {Loss:F6}\nEvaluation Top {topK} accuracy: {TopKAccuracy:F6}\n{ClassificationReport.Format(Confusion)}");

    public ImmutableArray<MetricsTable> Tables() => [ClassificationTables.Confusion(Confusion), ClassificationTables.PerClass(Confusion)];
}
