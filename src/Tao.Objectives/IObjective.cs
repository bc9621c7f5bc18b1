using System.Collections.Immutable;
using Tao.Data.Classification;
using Tao.Data.Loading;
using Tao.Graph;
using Tao.Objectives.Detection;
using static TorchSharp.torch;

namespace Tao.Objectives;

/// <summary>What a network is trained for: assigns targets, computes the loss, decodes predictions and measures them.</summary>
public interface IObjective
{
    KeyMetrics KeyMetrics { get; }

    /// <summary>How the predictions become boxes; null where they are no boxes.</summary>
    DetectionSettings? Detector => null;

    /// <summary>Values of the graph that <see cref="Loss"/> reads.</summary>
    ImmutableArray<string> LossValues(NetworkGraph graph);

    /// <summary>Values of the graph that metrics and decoding read; the model's outputs.</summary>
    ImmutableArray<string> PredictionValues(NetworkGraph graph);

    /// <summary>What the batch's labels ask of the loss values; the caller disposes it.</summary>
    Tensor AssignTargets(ImageBatch batch);

    /// <summary>Mean loss of a batch, a scalar with gradient.</summary>
    /// <param name="values">In the order of <see cref="LossValues"/>.</param>
    Tensor Loss(IReadOnlyList<Tensor> values, Tensor targets);

    /// <summary>Columns of the training log beside the loss, such as <c>acc</c>, as sums over the batch's samples.</summary>
    IReadOnlyDictionary<string, double> LogSums(IReadOnlyList<Tensor> values, Tensor targets);

    IMetrics CreateMetrics();

    /// <summary>One answer for each image of a batch.</summary>
    /// <param name="predictions">The prediction values in the objective's order, each row-major.</param>
    ImmutableArray<Answer> Decode(IReadOnlyList<ReadOnlyMemory<float>> predictions, int count);

    /// <summary>How well the answer about one image of a batch fits its labels: 0 not at all, 1 wholly.</summary>
    /// <param name="index">The image's place in the batch.</param>
    /// <param name="truth">The image, with labels and boxes in the objective's order of classes.</param>
    double Fit(IReadOnlyList<ReadOnlyMemory<float>> predictions, int index, ImageSample truth);
}
