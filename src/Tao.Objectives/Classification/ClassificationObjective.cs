using System.Collections.Immutable;
using Tao.Data.Loading;
using Tao.Graph;
using Tao.Graph.Ops;
using TorchSharp;
using static TorchSharp.torch;

namespace Tao.Objectives.Classification;

/// <summary>
/// One label an image. Loss: categorical cross-entropy −Σ w·t·log softmax(z), averaged over the batch as Keras does (the class
/// weights scale a sample's loss and not the divisor).
/// </summary>
/// <param name="classWeights">Weight w of every class in index order; empty for 1.</param>
/// <param name="topK">The k of <c>top_k_accuracy</c>.</param>
public sealed class ClassificationObjective(ImmutableArray<string> classes, ImmutableArray<float> classWeights, int topK) : IObjective
{
    public ImmutableArray<string> LossValues(NetworkGraph graph)
    {
        var output = graph.GetNode(graph.Outputs[0]);
        return output.Op is Softmax
            ? [output.Inputs[0]]
            : throw new GraphException($"The classifier '{graph.Name}' must end in a softmax, not in '{output.Op.Name}'.");
    }

    public ImmutableArray<string> PredictionValues(NetworkGraph graph) => [graph.Outputs[0]];

    public Tensor AssignTargets(ImageBatch batch) =>
        tensor(batch.Targets.AsSpan(0, batch.Count * classes.Length).ToArray(), batch.Count, classes.Length);

    public Tensor Loss(IReadOnlyDictionary<string, Tensor> values, Tensor targets)
    {
        var logProbabilities = values.Values.Single().log_softmax(1);
        var weighted = classWeights.IsDefaultOrEmpty ? targets : targets * tensor(classWeights.ToArray()).to(targets.device);
        return -(logProbabilities * weighted).sum() / targets.size(0);
    }

    public double CountCorrect(IReadOnlyDictionary<string, Tensor> values, Tensor targets) =>
        values.Values.Single().argmax(1).eq(targets.argmax(1)).sum().ToInt64();

    public IMetrics CreateMetrics() => new ClassificationMetrics(classes, topK);
}
