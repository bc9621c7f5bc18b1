namespace Tao.Runtime.Schedules;

/// <summary>
/// TAO's <c>cosine</c> and <c>soft_start_cosine_annealing</c>: linear from min to max while p &lt; softStart, then
/// min + (max − min)·(1 + cos(π(p − softStart)))/2. The argument is not rescaled, so with a soft start the rate does not quite
/// reach min at the end.
/// </summary>
public sealed record CosineSchedule(double MaxLearningRate, double MinLearningRate, double SoftStart) : LearningRateSchedule
{
    public override double At(long step, long totalSteps)
    {
        double progress = Progress(step, totalSteps);
        double span = MaxLearningRate - MinLearningRate;
        return progress < SoftStart
            ? MinLearningRate + (span * progress / SoftStart)
            : MinLearningRate + (span * (1 + Math.Cos(Math.PI * (progress - SoftStart))) / 2);
    }
}
