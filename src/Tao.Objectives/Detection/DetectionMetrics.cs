using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Tao.Data.Detection;
using Tao.Data.Loading;
using TorchSharp;
using static TorchSharp.torch;

namespace Tao.Objectives.Detection;

/// <summary>The average precisions of TAO's <c>evaluate</c>, COCO's AP50:95, and the loss.</summary>
public sealed class DetectionMetrics(DetectionObjective objective, DetectionSettings settings) : IMetrics
{
    // Below it a softmax's answer counts as this, as in Keras.
    private const double Epsilon = 1e-7;
    private const string Stars = "*******************************";

    private readonly MeanAveragePrecision _precision = new(settings.Classes.Length, settings.MatchingIou, settings.AveragePrecision);
    private readonly CocoAveragePrecision _coco = new(settings.Classes.Length);

    private double _lossSum;
    private int _samples;

    public double Loss => _lossSum / Math.Max(1, _samples);

    public void Add(IReadOnlyList<ReadOnlyMemory<float>> predictions, ImageBatch batch)
    {
        for (int sample = 0; sample < batch.Count; sample++)
        {
            var found = objective.Detect(predictions, sample);
            GroundTruthBox[] truths = [.. batch.Boxes[sample]];
            _precision.Add(found, truths);
            _coco.Add(found, truths);
        }
        _lossSum += LossOf(predictions, batch) * batch.Count;
        _samples += batch.Count;
    }

    public ImmutableSortedDictionary<string, double> Summarize()
    {
        var summary = ImmutableSortedDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
        summary["loss"] = Loss;
        summary["mAP"] = _precision.Mean();
        summary["mAP50:95"] = _coco.Mean();
        foreach (var (name, value) in settings.Classes.Zip(_precision.ByClass()))
            summary[$"AP/{name}"] = value;
        return summary.ToImmutable();
    }

    public ImmutableSortedDictionary<string, double> LogColumns()
    {
        var columns = ImmutableSortedDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
        columns["validation_loss"] = Loss;
        columns["mAP"] = _precision.Mean();
        foreach (var (name, value) in settings.Classes.Zip(_precision.ByClass()))
            columns[$"AP_{name}"] = value;
        return columns.ToImmutable();
    }

    /// <summary>The table that TAO prints.</summary>
    public string Report()
    {
        var text = new StringBuilder().Append(Stars).Append('\n');
        foreach (var (name, value) in settings.Classes.Zip(_precision.ByClass()))
            text.Append(CultureInfo.InvariantCulture, $"{name,-14}{"AP",-6}{Math.Round(value, 3)}\n");
        return text.Append(CultureInfo.InvariantCulture, $"{"",-14}{"mAP",-6}{Math.Round(_precision.Mean(), 3)}\n{Stars}\n").ToString();
    }

    /// <summary>A row for each class, and the points of its curve.</summary>
    public ImmutableArray<MetricsTable> Tables()
    {
        var curves = _precision.Curves();
        var rows = settings.Classes.Select((name, i) => ImmutableArray.Create<object>(
            name, _precision.Positives[i], curves[i].Average(settings.AveragePrecision), curves[i].Recalls.LastOrDefault()));
        var points = settings.Classes.SelectMany((name, i) => Enumerable.Range(0, curves[i].Scores.Length)
            .Select(k => ImmutableArray.Create<object>(name, curves[i].Scores[k], curves[i].Recalls[k], curves[i].Precisions[k])));
        return
        [
            new MetricsTable("per_class", [["class", "objects", "ap", "recall"], .. rows]),
            new MetricsTable("precision_recall", [["class", "score", "recall", "precision"], .. points]),
        ];
    }

    /// <summary>The training loss of the predictions: their logarithms stand for the logits of a softmax, ln(p / (1 − p)) for those of a sigmoid.</summary>
    private double LossOf(IReadOnlyList<ReadOnlyMemory<float>> predictions, ImageBatch batch)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        long anchors = settings.Anchors.Boxes.Length, width = settings.Classes.Length + 1;
        var scores = tensor(predictions[0].ToArray(), batch.Count, anchors, width).clamp(Epsilon, 1 - Epsilon);
        var logits = settings.Sigmoid ? scores.log() - (1 - scores).log() : scores.log();
        return settings.Loss.Compute(logits, tensor(predictions[1].ToArray(), batch.Count, anchors, 4), objective.AssignTargets(batch)).ToDouble();
    }
}
