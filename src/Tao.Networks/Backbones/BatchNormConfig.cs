using Tao.Specs;

namespace Tao.Networks.Backbones;

[SpecMessage("BatchNormConfig", Doc = "Constants of every batch normalisation.")]
public sealed record BatchNormConfig
{
    [SpecField("momentum", Number = 1, Min = 0, ExclusiveMax = 1, ZeroIsDefault = true, Doc = "Keras' meaning: running = momentum * running + (1 - momentum) * batch.")]
    public float Momentum { get; init; } = 0.9f;

    [SpecField("epsilon", Number = 2, ExclusiveMin = 0, ZeroIsDefault = true, Doc = "Added to the variance.")]
    public float Epsilon { get; init; } = 1e-5f;
}
