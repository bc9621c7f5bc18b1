namespace Tao.Specs.Common;

[SpecMessage("CostScalingConfig", Doc = "Loss scaling of FP16 training; accepted so that specs load.")]
public sealed record CostScalingConfig
{
    [SpecField("enabled", Number = 1)]
    public bool Enabled { get; init; }

    [SpecField("initial_exponent", Number = 2, Doc = "The loss is multiplied by 2 to this power.")]
    public double InitialExponent { get; init; }

    [SpecField("increment", Number = 3, Doc = "Added to the exponent after a step with finite gradients.")]
    public double Increment { get; init; }

    [SpecField("decrement", Number = 4, Doc = "Subtracted from it after another.")]
    public double Decrement { get; init; }
}
