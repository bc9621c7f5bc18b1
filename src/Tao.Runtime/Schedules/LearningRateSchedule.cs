namespace Tao.Runtime.Schedules;

/// <summary>Learning rate as a function of progress p = step / total steps, p in [0, 1); evaluated before every step.</summary>
public abstract record LearningRateSchedule
{
    /// <param name="step">Optimiser steps done so far.</param>
    /// <param name="totalSteps">Steps of the whole run, at least 1.</param>
    public abstract double At(long step, long totalSteps);

    private protected static double Progress(long step, long totalSteps) => (double)step / totalSteps;
}
