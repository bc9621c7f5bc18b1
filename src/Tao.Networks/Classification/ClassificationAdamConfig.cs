using Tao.Specs;

namespace Tao.Networks.Classification;

/// <summary>Absent numbers are Keras' defaults. TAO would take proto3's zeros, which makes Adam something else.</summary>
[SpecMessage("AdamOptimizerConfig", Doc = "Adam (Kingma and Ba, 2015).")]
public sealed record ClassificationAdamConfig
{
    [SpecField("lr", Number = 1, Min = 0, Doc = "First learning rate; the schedule replaces it at once.")]
    public float Lr { get; init; }

    [SpecField("beta_1", Number = 2, Min = 0, ExclusiveMax = 1, Doc = "Decay of the first moment.")]
    public float Beta1 { get; init; } = 0.9f;

    [SpecField("beta_2", Number = 3, Min = 0, ExclusiveMax = 1, Doc = "Decay of the second moment.")]
    public float Beta2 { get; init; } = 0.999f;

    [SpecField("epsilon", Number = 4, ExclusiveMin = 0, ZeroIsDefault = true, Doc = "Added to the root of the second moment.")]
    public float Epsilon { get; init; } = 1e-7f;

    [SpecField("decay", Number = 5, Min = 0, Doc = "Keras' decay over time: the rate is divided by 1 + decay * step.")]
    public float Decay { get; init; }
}
