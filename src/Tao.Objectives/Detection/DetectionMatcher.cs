using System.Collections.Immutable;
using Tao.Data.Detection;

namespace Tao.Objectives.Detection;

/// <summary>
/// Which answers about one image are right: by falling score each takes the box of its class, not taken yet, that it overlaps most, and is
/// right if it overlaps that enough. Taking a difficult box is neither right nor wrong.
/// </summary>
public static class DetectionMatcher
{
    /// <param name="answers">Of one class.</param>
    /// <param name="truths">Of the same class.</param>
    /// <returns>Score and verdict of each answer that counts, by falling score.</returns>
    public static ImmutableArray<(float Score, bool Right)> Judge(IEnumerable<DetectedBox> answers, IReadOnlyList<GroundTruthBox> truths, double minIou)
    {
        var verdicts = ImmutableArray.CreateBuilder<(float, bool)>();
        var taken = new bool[truths.Count];
        foreach (var answer in answers.OrderByDescending(answer => answer.Score))
        {
            int best = -1;
            double bestIou = 0;
            for (int i = 0; i < truths.Count; i++)
            {
                double iou = taken[i] ? 0 : BoundingBox.Iou(answer.Box, truths[i].Box);
                if (iou > bestIou)
                    (best, bestIou) = (i, iou);
            }
            bool right = best >= 0 && bestIou >= minIou;
            if (right)
                taken[best] = true;
            if (!right || !truths[best].Difficult)
                verdicts.Add((answer.Score, right));
        }
        return verdicts.ToImmutable();
    }
}
