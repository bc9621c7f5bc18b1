using System.Collections.Immutable;
using Tao.Data.Detection;

namespace Tao.Objectives.Detection;

/// <summary>
/// Which anchor is to find which box (Liu et al. 2016, section 2.2). First every box gets one anchor of its own, the pair with the
/// largest IoU first; then every other anchor goes to the box that it overlaps most, from <paramref name="positive"/> on.
/// </summary>
/// <param name="negative">An anchor left over that overlaps a box by that much is neutral: it teaches nothing.</param>
public sealed class AnchorMatcher(ImmutableArray<BoundingBox> anchors, double positive, double negative)
{
    public const int Background = -1;
    public const int Neutral = -2;

    public ImmutableArray<BoundingBox> Anchors => anchors;

    /// <summary>For each anchor the box's index, <see cref="Background"/> or <see cref="Neutral"/>.</summary>
    public int[] Match(IReadOnlyList<BoundingBox> boxes)
    {
        var matches = new int[anchors.Length];
        Array.Fill(matches, Background);
        if (boxes.Count == 0)
            return matches;
        var overlaps = Overlaps(boxes);
        for (int anchor = 0; anchor < matches.Length; anchor++)
            matches[anchor] = BestBox(overlaps, anchor, out double iou) is var box && iou >= positive ? box : iou >= negative ? Neutral : Background;
        AssignOneEach(overlaps, matches);
        return matches;
    }

    private double[][] Overlaps(IReadOnlyList<BoundingBox> boxes)
    {
        var overlaps = new double[boxes.Count][];
        for (int box = 0; box < overlaps.Length; box++)
        {
            overlaps[box] = new double[anchors.Length];
            for (int anchor = 0; anchor < anchors.Length; anchor++)
                overlaps[box][anchor] = BoundingBox.Iou(boxes[box], anchors[anchor]);
        }
        return overlaps;
    }

    private static int BestBox(double[][] overlaps, int anchor, out double iou)
    {
        int best = 0;
        for (int box = 1; box < overlaps.Length; box++)
        {
            if (overlaps[box][anchor] > overlaps[best][anchor])
                best = box;
        }
        iou = overlaps[best][anchor];
        return best;
    }

    /// <summary>A box that overlaps no free anchor gets none.</summary>
    private void AssignOneEach(double[][] overlaps, int[] matches)
    {
        var taken = new HashSet<int>();
        var best = new int[overlaps.Length];
        for (int box = 0; box < best.Length; box++)
            best[box] = BestAnchor(overlaps[box], taken);
        var waiting = Enumerable.Range(0, overlaps.Length).ToHashSet();
        while (waiting.Count > 0)
        {
            int box = waiting.MaxBy(candidate => (Value(candidate), -candidate));
            waiting.Remove(box);
            if (Value(box) <= 0)
                return;
            int anchor = best[box];
            matches[anchor] = box;
            taken.Add(anchor);
            foreach (int other in waiting.Where(other => best[other] == anchor).ToList())
                best[other] = BestAnchor(overlaps[other], taken);
        }

        double Value(int box) => best[box] < 0 ? 0 : overlaps[box][best[box]];
    }

    /// <returns>−1 when every anchor is taken.</returns>
    private static int BestAnchor(double[] overlaps, HashSet<int> taken)
    {
        int best = -1;
        for (int anchor = 0; anchor < overlaps.Length; anchor++)
        {
            if ((best < 0 || overlaps[anchor] > overlaps[best]) && !taken.Contains(anchor))
                best = anchor;
        }
        return best;
    }
}
