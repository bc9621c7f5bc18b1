namespace Tao.Specs.Common;

[SpecMessage("SGDOptimizerConfig", Doc = "Stochastic gradient descent.")]
public sealed record SgdOptimizerConfig
{
    [SpecField("momentum", Number = 1, Min = 0, ExclusiveMax = 1, Doc = "Momentum.")]
    public float Momentum { get; init; }

    [SpecField("nesterov", Number = 2, Doc = "Nesterov's momentum.")]
    public bool Nesterov { get; init; }
}
