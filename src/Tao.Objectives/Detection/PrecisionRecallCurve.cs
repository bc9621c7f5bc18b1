using System.Collections.Immutable;

namespace Tao.Objectives.Detection;

/// <summary>Precision and recall of the best 1, 2, 3 … answers.</summary>
/// <param name="Scores">Falling.</param>
public sealed record PrecisionRecallCurve(ImmutableArray<float> Scores, ImmutableArray<double> Recalls, ImmutableArray<double> Precisions)
{
    /// <param name="answers">Score and whether it was right, by falling score.</param>
    /// <param name="positives">How many boxes were there to find.</param>
    public static PrecisionRecallCurve Create(IReadOnlyList<(float Score, bool Right)> answers, int positives)
    {
        var (scores, recalls, precisions) = (ImmutableArray.CreateBuilder<float>(), ImmutableArray.CreateBuilder<double>(), ImmutableArray.CreateBuilder<double>());
        int right = 0;
        foreach (var (score, isRight) in answers)
        {
            right += isRight ? 1 : 0;
            scores.Add(score);
            recalls.Add(positives == 0 ? 0 : (double)right / positives);
            precisions.Add((double)right / scores.Count);
        }
        return new PrecisionRecallCurve(scores.ToImmutable(), recalls.ToImmutable(), precisions.ToImmutable());
    }

    /// <summary>0 to 1. The envelope at a recall is the largest precision from there on.</summary>
    public double Average(AveragePrecisionMode mode)
    {
        var envelope = Precisions.ToArray();
        for (int i = envelope.Length - 2; i >= 0; i--)
            envelope[i] = Math.Max(envelope[i], envelope[i + 1]);
        return mode switch
        {
            AveragePrecisionMode.Sample => MeanAt(envelope, 10),
            AveragePrecisionMode.Coco => MeanAt(envelope, 100),
            _ => Area(envelope),
        };
    }

    private double MeanAt(double[] envelope, int intervals)
    {
        double sum = 0;
        int index = 0;
        for (int point = 0; point <= intervals; point++)
        {
            // A quotient, not a sum of steps: 3 of 10 boxes found is the recall 0.3 to the last bit.
            while (index < envelope.Length && Recalls[index] < (double)point / intervals)
                index++;
            sum += index < envelope.Length ? envelope[index] : 0;
        }
        return sum / (intervals + 1);
    }

    private double Area(double[] envelope)
    {
        double area = 0, last = 0;
        for (int i = 0; i < envelope.Length; i++)
        {
            area += (Recalls[i] - last) * envelope[i];
            last = Recalls[i];
        }
        return area;
    }
}
