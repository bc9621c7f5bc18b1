using System.Collections.Immutable;
using Tao.Data.Loading;
using Tao.Graph;
using static TorchSharp.torch;

namespace Tao.Objectives;

/// <summary>What a network is trained for: assigns targets, computes the loss, decodes predictions and measures them.</summary>
public interface IObjective
{
    /// <summary>Values of the graph that <see cref="Loss"/> reads.</summary>
    ImmutableArray<string> LossValues(NetworkGraph graph);

    /// <summary>Values of the graph that metrics and decoding read; the model's outputs.</summary>
    ImmutableArray<string> PredictionValues(NetworkGraph graph);

    /// <summary>What the batch's labels ask of the loss values; the caller disposes it.</summary>
    Tensor AssignTargets(ImageBatch batch);

    /// <summary>Mean loss of a batch, a scalar with gradient.</summary>
    Tensor Loss(IReadOnlyDictionary<string, Tensor> values, Tensor targets);

    /// <summary>Number of samples in the batch that count as right, for the training log.</summary>
    double CountCorrect(IReadOnlyDictionary<string, Tensor> values, Tensor targets);

    IMetrics CreateMetrics();
}
