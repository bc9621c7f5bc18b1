namespace TorchSharp.Extensions;

/// <summary>Settings of <see cref="KerasAdam"/>, with Keras' defaults.</summary>
public sealed record KerasAdamOptions(double LearningRate = 0.001, double Beta1 = 0.9, double Beta2 = 0.999, double Epsilon = 1e-7, bool AmsGrad = false);
