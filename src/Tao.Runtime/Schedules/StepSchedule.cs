namespace Tao.Runtime.Schedules;

/// <summary>
/// TAO's <c>step</c> (classification, faster_rcnn): lr = base · gamma^(step / (total · stepSize div 100)). The exponent is
/// fractional, so the rate falls smoothly although the name says otherwise.
/// </summary>
/// <param name="StepSizePercent">Percentage of all steps after which the rate has fallen by one factor gamma.</param>
public sealed record StepSchedule(double LearningRate, int StepSizePercent, double Gamma) : LearningRateSchedule
{
    public override double At(long step, long totalSteps)
    {
        // TAO divides in integers; runs shorter than 100 / stepSize steps would divide by zero there.
        long period = Math.Max(1, totalSteps * StepSizePercent / 100);
        return LearningRate * Math.Pow(Gamma, (double)step / period);
    }
}
