namespace Tao.Specs.Common;

/// <summary>Absent numbers are Keras' defaults, as for Adam.</summary>
[SpecMessage("RMSpropOptimizerConfig", Doc = "RMSprop.")]
public sealed record RmspropOptimizerConfig
{
    [SpecField("rho", Number = 1, ExclusiveMin = 0, ExclusiveMax = 1, ZeroIsDefault = true, Doc = "Decay of the mean square.")]
    public float Rho { get; init; } = 0.9f;

    [SpecField("momentum", Number = 2, Min = 0, ExclusiveMax = 1, Doc = "Momentum.")]
    public float Momentum { get; init; }

    [SpecField("epsilon", Number = 3, ExclusiveMin = 0, ZeroIsDefault = true, Doc = "Added to the root of the mean square.")]
    public float Epsilon { get; init; } = 1e-7f;

    [SpecField("centered", Number = 4, Doc = "Subtract the square of the mean gradient.")]
    public bool Centered { get; init; }
}
