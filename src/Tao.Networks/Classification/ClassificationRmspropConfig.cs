using Tao.Specs;

namespace Tao.Networks.Classification;

/// <summary>Absent numbers are Keras' defaults, as for Adam.</summary>
[SpecMessage("RmspropOptimizerConfig", Doc = "RMSprop.")]
public sealed record ClassificationRmspropConfig
{
    [SpecField("lr", Number = 1, Min = 0, Doc = "First learning rate; the schedule replaces it at once.")]
    public float Lr { get; init; }

    [SpecField("rho", Number = 2, Min = 0, ExclusiveMax = 1, Doc = "Decay of the mean square.")]
    public float Rho { get; init; } = 0.9f;

    [SpecField("epsilon", Number = 3, ExclusiveMin = 0, ZeroIsDefault = true, Doc = "Added to the root of the mean square.")]
    public float Epsilon { get; init; } = 1e-7f;

    [SpecField("decay", Number = 4, Min = 0, Doc = "Keras' decay over time: the rate is divided by 1 + decay * step.")]
    public float Decay { get; init; }
}
