namespace TorchSharp.Extensions;

/// <summary>Settings of <see cref="KerasSgd"/>, with Keras' defaults.</summary>
public sealed record KerasSgdOptions(double LearningRate = 0.01, double Momentum = 0, bool Nesterov = false);
