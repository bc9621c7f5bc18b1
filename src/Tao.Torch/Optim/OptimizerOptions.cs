namespace TorchSharp.Modules;

/// <summary>What every optimiser's settings have.</summary>
public class OptimizerOptions
{
    /// <summary>The rate of the next step; null takes the optimiser's.</summary>
    public double? LearningRate { get; set; }

    /// <summary>The rate it was made with.</summary>
    public double InitialLearningRate { get; set; }
}
