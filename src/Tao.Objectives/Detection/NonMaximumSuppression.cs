using System.Collections.Immutable;
using Tao.Data.Detection;

namespace Tao.Objectives.Detection;

/// <summary>Keeps the best of boxes that show the same thing, class by class.</summary>
/// <param name="MinScore">Boxes of this score or less do not count.</param>
/// <param name="MaxIou">A box goes that overlaps a better one of its class by more.</param>
/// <param name="TopK">So many stay of each class, and of all together.</param>
public sealed record NonMaximumSuppression(double MinScore, double MaxIou, int TopK)
{
    /// <returns>By falling score; among equals in the order given.</returns>
    public ImmutableArray<DetectedBox> Apply(IEnumerable<DetectedBox> candidates)
    {
        var kept = candidates.Where(candidate => candidate.Score > MinScore).GroupBy(candidate => candidate.Class).SelectMany(OfOneClass);
        return [.. kept.OrderByDescending(detection => detection.Score).Take(TopK)];
    }

    private List<DetectedBox> OfOneClass(IEnumerable<DetectedBox> candidates)
    {
        var kept = new List<DetectedBox>();
        foreach (var candidate in candidates.OrderByDescending(candidate => candidate.Score))
        {
            if (kept.Count == TopK)
                break;
            if (kept.TrueForAll(better => BoundingBox.Iou(better.Box, candidate.Box) <= MaxIou))
                kept.Add(candidate);
        }
        return kept;
    }
}
