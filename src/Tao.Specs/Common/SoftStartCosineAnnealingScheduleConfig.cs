namespace Tao.Specs.Common;

[SpecMessage("SoftStartCosineAnnealingScheduleConfig", Doc = "Rises linearly until soft_start, then falls along a cosine.")]
public sealed record SoftStartCosineAnnealingScheduleConfig : ISpecRules
{
    [SpecField("max_learning_rate", Number = 1, Required = true, ExclusiveMin = 0, Doc = "Greatest rate.")]
    public float MaxLearningRate { get; init; }

    [SpecField("soft_start", Number = 2, Min = 0, ExclusiveMax = 1, Doc = "Progress at which the warm-up ends.")]
    public float SoftStart { get; init; }

    [SpecField("min_learning_rate", Number = 3, Required = true, ExclusiveMin = 0, Doc = "Rate at the start and the end.")]
    public float MinLearningRate { get; init; }

    public void Check(SpecRuleContext context)
    {
        if (MaxLearningRate <= MinLearningRate)
            context.Error("'max_learning_rate' is not greater than 'min_learning_rate'.", "Make it greater.", "max_learning_rate", "min_learning_rate");
    }
}
