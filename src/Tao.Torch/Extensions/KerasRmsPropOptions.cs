namespace TorchSharp.Extensions;

/// <summary>Settings of <see cref="KerasRmsProp"/>, with Keras' defaults.</summary>
public sealed record KerasRmsPropOptions(double LearningRate = 0.001, double Rho = 0.9, double Momentum = 0, double Epsilon = 1e-7, bool Centered = false);
