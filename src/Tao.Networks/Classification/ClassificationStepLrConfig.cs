using Tao.Specs;

namespace Tao.Networks.Classification;

[SpecMessage("StepLrConfig", Doc = "learning_rate * gamma ^ (progress in percent / step_size); the exponent is a fraction, so the decay is smooth.")]
public sealed record ClassificationStepLrConfig
{
    [SpecField("learning_rate", Number = 1, Required = true, ExclusiveMin = 0, Doc = "First learning rate.")]
    public float LearningRate { get; init; }

    [SpecField("step_size", Number = 2, Required = true, Min = 1, Doc = "Percent of training per factor of gamma.")]
    public uint StepSize { get; init; }

    [SpecField("gamma", Number = 3, Required = true, ExclusiveMin = 0, Doc = "Factor per step_size.")]
    public float Gamma { get; init; }
}
