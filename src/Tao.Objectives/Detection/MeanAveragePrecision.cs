using System.Collections.Immutable;
using Tao.Data.Detection;

namespace Tao.Objectives.Detection;

/// <summary>Average precision of every class over many images, as TAO's <c>evaluate</c> computes it.</summary>
/// <param name="minIou">Overlap from which an answer is right.</param>
public sealed class MeanAveragePrecision(int classes, double minIou, AveragePrecisionMode mode)
{
    private readonly List<(float Score, bool Right)>[] _answers = [.. Enumerable.Range(0, classes).Select(_ => new List<(float, bool)>())];
    private readonly int[] _positives = new int[classes];

    /// <summary>Adds one image.</summary>
    public void Add(IReadOnlyCollection<DetectedBox> answers, IReadOnlyCollection<GroundTruthBox> truths)
    {
        for (int i = 0; i < classes; i++)
        {
            var own = truths.Where(truth => truth.Class == i).ToList();
            _positives[i] += own.Count(truth => !truth.Difficult);
            _answers[i].AddRange(DetectionMatcher.Judge(answers.Where(answer => answer.Class == i), own, minIou));
        }
    }

    /// <summary>How many boxes of each class were there to find.</summary>
    public ImmutableArray<int> Positives => [.. _positives];

    public ImmutableArray<PrecisionRecallCurve> Curves() =>
        [.. _answers.Select((answers, i) => PrecisionRecallCurve.Create([.. answers.OrderByDescending(answer => answer.Score)], _positives[i]))];

    /// <summary>By class; 0 for one that no image has, as in TAO.</summary>
    public ImmutableArray<double> ByClass() => [.. Curves().Select(curve => curve.Average(mode))];

    public double Mean() => classes == 0 ? 0 : ByClass().Average();
}
