namespace Tao.Specs.Common;

/// <summary>Exactly one member is set in a spec that was bound without errors.</summary>
[SpecMessage("LearningRateConfig", Doc = "One of the schedules; the rate changes at every step.")]
public sealed record LearningRateConfig : ISpecRules
{
    [SpecField("soft_start_annealing_schedule", Number = 1, OneOf = "learning_rate", Doc = "Warm-up, plateau and decay, straight on a logarithmic scale.")]
    public SoftStartAnnealingScheduleConfig? SoftStartAnnealingSchedule { get; init; }

    [SpecField("soft_start_cosine_annealing_schedule", Number = 2, OneOf = "learning_rate", Doc = "Linear warm-up, then a cosine.")]
    public SoftStartCosineAnnealingScheduleConfig? SoftStartCosineAnnealingSchedule { get; init; }

    public void Check(SpecRuleContext context)
    {
        if (SoftStartAnnealingSchedule is null && SoftStartCosineAnnealingSchedule is null)
        {
            context.Error(
                "'learning_rate' names no schedule.",
                "Write for example 'soft_start_annealing_schedule { min_learning_rate: 1e-6 max_learning_rate: 1e-2 soft_start: 0.1 annealing: 0.7 }'.",
                "soft_start_annealing_schedule", "soft_start_cosine_annealing_schedule");
        }
    }
}
