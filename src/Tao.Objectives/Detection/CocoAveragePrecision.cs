using System.Collections.Immutable;
using Tao.Data.Detection;

namespace Tao.Objectives.Detection;

/// <summary>
/// COCO's AP: the mean over the overlaps 0.50, 0.55 … 0.95 and the classes that there are, of the best 100 answers an image
/// (cocodataset.org, "Detection evaluation").
/// </summary>
public sealed class CocoAveragePrecision
{
    private const int AnswersPerImage = 100;

    private readonly ImmutableArray<MeanAveragePrecision> _thresholds;

    public CocoAveragePrecision(int classes) =>
        _thresholds = [.. Enumerable.Range(10, 10).Select(i => new MeanAveragePrecision(classes, i / 20.0, AveragePrecisionMode.Coco))];

    public void Add(IReadOnlyCollection<DetectedBox> answers, IReadOnlyCollection<GroundTruthBox> truths)
    {
        var best = answers.OrderByDescending(answer => answer.Score).Take(AnswersPerImage).ToList();
        foreach (var threshold in _thresholds)
            threshold.Add(best, truths);
    }

    /// <summary>AP50:95; 0 when there is nothing to find.</summary>
    public double Mean() => _thresholds.Average(Mean);

    /// <summary>AP at an overlap of 0.5.</summary>
    public double MeanAtHalf() => Mean(_thresholds[0]);

    private static double Mean(MeanAveragePrecision threshold)
    {
        var present = threshold.ByClass().Where((_, i) => threshold.Positives[i] > 0).ToList();
        return present.Count == 0 ? 0 : present.Average();
    }
}
