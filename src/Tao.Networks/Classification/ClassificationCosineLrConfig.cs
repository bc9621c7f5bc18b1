using Tao.Specs;

namespace Tao.Networks.Classification;

[SpecMessage("CosineLrConfig", Doc = "Rises linearly from learning_rate * min_lr_ratio until soft_start, then falls along a cosine.")]
public sealed record ClassificationCosineLrConfig
{
    [SpecField("learning_rate", Number = 1, Required = true, ExclusiveMin = 0, Doc = "Greatest learning rate.")]
    public float LearningRate { get; init; }

    [SpecField("min_lr_ratio", Number = 2, Min = 0, ExclusiveMax = 1, Doc = "Least rate as a share of the greatest.")]
    public float MinLrRatio { get; init; }

    [SpecField("soft_start", Number = 3, Min = 0, ExclusiveMax = 1, Doc = "Progress at which the warm-up ends.")]
    public float SoftStart { get; init; }
}
