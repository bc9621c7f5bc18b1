using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Parameters that share their settings.</summary>
public class ParamGroup : optim.ILearningRateController
{
    /// <summary>The settings.</summary>
    public OptimizerOptions Options { get; set; } = new();

    /// <summary>The parameters.</summary>
    public IEnumerable<Parameter> Parameters { get; set; } = [];

    /// <inheritdoc/>
    public double LearningRate
    {
        get => Options.LearningRate ?? 0;
        set => Options.LearningRate = value;
    }

    /// <inheritdoc/>
    public double InitialLearningRate
    {
        get => Options.InitialLearningRate;
        set => Options.InitialLearningRate = value;
    }
}
