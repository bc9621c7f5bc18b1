namespace Tao.Runtime.Schedules;

/// <summary>
/// TAO's <c>soft_start_annealing_schedule</c>: log-linear warm-up from min to max until softStart, a plateau, and log-linear
/// decay back to min from annealing on: lr = exp(ln min + t (ln max − ln min)).
/// </summary>
/// <param name="SoftStart">0 starts at the peak; must be below <paramref name="Annealing"/>.</param>
/// <param name="Annealing">1 never decays.</param>
public sealed record SoftStartAnnealingSchedule(double MinLearningRate, double MaxLearningRate, double SoftStart, double Annealing) : LearningRateSchedule
{
    public override double At(long step, long totalSteps)
    {
        double progress = Progress(step, totalSteps);
        double height = progress < SoftStart ? progress / SoftStart
            : progress > Annealing ? (1 - progress) / (1 - Annealing)
            : 1;
        return Math.Exp(Math.Log(MinLearningRate) + (height * (Math.Log(MaxLearningRate) - Math.Log(MinLearningRate))));
    }
}
