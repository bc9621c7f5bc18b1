using Tao.Specs;

namespace Tao.Networks.Classification;

[SpecMessage("SgdOptimizerConfig", Doc = "Stochastic gradient descent.")]
public sealed record ClassificationSgdConfig
{
    [SpecField("lr", Number = 1, Min = 0, Doc = "First learning rate; the schedule replaces it at once.")]
    public float Lr { get; init; }

    [SpecField("decay", Number = 2, Min = 0, Doc = "Keras' decay over time: the rate is divided by 1 + decay * step.")]
    public float Decay { get; init; }

    [SpecField("momentum", Number = 3, Min = 0, ExclusiveMax = 1, Doc = "Momentum.")]
    public float Momentum { get; init; }

    [SpecField("nesterov", Number = 4, Doc = "Nesterov's momentum.")]
    public bool Nesterov { get; init; }
}
