namespace Tao.Runtime.Schedules;

/// <summary>The same rate throughout.</summary>
public sealed record ConstantSchedule(double LearningRate) : LearningRateSchedule
{
    public override double At(long step, long totalSteps) => LearningRate;
}
