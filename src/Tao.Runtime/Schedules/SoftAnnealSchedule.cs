using System.Collections.Immutable;

namespace Tao.Runtime.Schedules;

/// <summary>
/// TAO's <c>soft_anneal</c>: linear from <paramref name="StartLearningRate"/> to the base rate while p &lt; softStart, then the
/// base rate divided by the divider once for every annealing point passed (p &gt; point).
/// </summary>
/// <param name="StartLearningRate">3e-4 in TAO's classification.</param>
public sealed record SoftAnnealSchedule(
    double LearningRate,
    double SoftStart,
    double AnnealingDivider,
    ImmutableArray<double> AnnealingPoints,
    double StartLearningRate = 3e-4) : LearningRateSchedule
{
    public override double At(long step, long totalSteps)
    {
        double progress = Progress(step, totalSteps);
        if (progress < SoftStart)
            return StartLearningRate + ((LearningRate - StartLearningRate) * progress / SoftStart);
        int passed = AnnealingPoints.Count(point => progress > point);
        return LearningRate / Math.Pow(AnnealingDivider, passed);
    }
}
