using Tao.Specs;

namespace Tao.Networks.Classification;

/// <summary>Exactly one member is set in a spec that was bound without errors.</summary>
[SpecMessage("LRConfig", Doc = "One of the schedules; the rate changes at every step.")]
public sealed record ClassificationLrConfig : ISpecRules
{
    [SpecField("step", Number = 1, OneOf = "lr_scheduler", Doc = "Exponential decay.")]
    public ClassificationStepLrConfig? Step { get; init; }

    [SpecField("soft_anneal", Number = 2, OneOf = "lr_scheduler", Doc = "Warm-up, then division at given points.")]
    public ClassificationSoftAnnealLrConfig? SoftAnneal { get; init; }

    [SpecField("cosine", Number = 3, OneOf = "lr_scheduler", Doc = "Warm-up, then a cosine.")]
    public ClassificationCosineLrConfig? Cosine { get; init; }

    /// <summary>The rate that the schedule names, before its own changes; 0 when there is no schedule.</summary>
    public float LearningRate => Step?.LearningRate ?? SoftAnneal?.LearningRate ?? Cosine?.LearningRate ?? 0;

    public void Check(SpecRuleContext context)
    {
        if (Step is null && SoftAnneal is null && Cosine is null)
            context.Error("'lr_config' names no schedule.", "Write for example 'lr_config { cosine { learning_rate: 0.01 min_lr_ratio: 0.01 soft_start: 0.05 } }'.", "step", "soft_anneal", "cosine");
    }
}
