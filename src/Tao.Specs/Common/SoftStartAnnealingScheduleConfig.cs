namespace Tao.Specs.Common;

[SpecMessage("SoftStartAnnealingScheduleConfig", Doc = "Rises from the least to the greatest rate until soft_start, stays, and falls back from annealing on; straight lines on a logarithmic scale.")]
public sealed record SoftStartAnnealingScheduleConfig : ISpecRules
{
    [SpecField("min_learning_rate", Number = 1, Required = true, ExclusiveMin = 0, Doc = "Rate at the start and the end.")]
    public float MinLearningRate { get; init; }

    [SpecField("max_learning_rate", Number = 2, Required = true, ExclusiveMin = 0, Doc = "Rate of the plateau.")]
    public float MaxLearningRate { get; init; }

    [SpecField("soft_start", Number = 3, Min = 0, ExclusiveMax = 1, Doc = "Progress at which the plateau begins.")]
    public float SoftStart { get; init; }

    [SpecField("annealing", Number = 4, Min = 0, Max = 1, Doc = "Progress at which the decay begins; 1 never decays.")]
    public float Annealing { get; init; }

    public void Check(SpecRuleContext context)
    {
        if (MaxLearningRate <= MinLearningRate)
            context.Error("'max_learning_rate' is not greater than 'min_learning_rate'.", "Make it greater.", "max_learning_rate", "min_learning_rate");
        if (SoftStart >= Annealing)
            context.Error("'soft_start' is not less than 'annealing'.", "Let the warm-up end before the decay begins.", "soft_start", "annealing");
    }
}
