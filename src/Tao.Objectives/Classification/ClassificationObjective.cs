using System.Collections.Immutable;
using System.Globalization;
using Tao.Data.Classification;
using Tao.Data.Loading;
using Tao.Graph.Ops;
using Tao.Graph;
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
    public KeyMetrics KeyMetrics => KeyMetrics.Classification;

    public ImmutableArray<string> LossValues(NetworkGraph graph) => [LogitsOf(graph, graph.Outputs[0])];

    public ImmutableArray<string> PredictionValues(NetworkGraph graph) => [graph.Outputs[0]];

    public Tensor AssignTargets(ImageBatch batch) =>
        tensor(batch.Targets.AsSpan(0, batch.Count * classes.Length).ToArray(), batch.Count, classes.Length);

    public Tensor Loss(IReadOnlyList<Tensor> values, Tensor targets) => CrossEntropy(values[0], targets, classWeights);

    public IReadOnlyDictionary<string, double> LogSums(IReadOnlyList<Tensor> values, Tensor targets) =>
        new Dictionary<string, double> { ["acc"] = CountCorrect(values[0], targets) };

    public IMetrics CreateMetrics() => new ClassificationMetrics(classes, topK);

    public ImmutableArray<Answer> Decode(IReadOnlyList<ReadOnlyMemory<float>> predictions, int count) =>
        [.. Enumerable.Range(0, count).Select(sample => Answer(predictions[0].Span.Slice(sample * classes.Length, classes.Length)))];

    /// <summary>What an output's softmax reads; the loss takes the logarithm of its softmax itself, which is exact for large logits too.</summary>
    internal static string LogitsOf(NetworkGraph graph, string output)
    {
        var node = graph.GetNode(output);
        return node.Op is Softmax
            ? node.Inputs[0]
            : throw new GraphException($"The classifier '{graph.Name}' must end in a softmax, not in '{node.Op.Name}'.");
    }

    /// <param name="logits">Samples × classes.</param>
    /// <param name="targets">Samples × classes probabilities.</param>
    internal static Tensor CrossEntropy(Tensor logits, Tensor targets, ImmutableArray<float> classWeights)
    {
        var weighted = classWeights.IsDefaultOrEmpty ? targets : targets * tensor(classWeights.ToArray()).to(targets.device);
        return -(logits.log_softmax(1) * weighted).sum() / targets.size(0);
    }

    internal static double CountCorrect(Tensor logits, Tensor targets) => logits.argmax(1).eq(targets.argmax(1)).sum().ToInt64();

    /// <summary>Index of the largest; the first of equals.</summary>
    internal static int Best(ReadOnlySpan<float> probabilities)
    {
        int best = 0;
        for (int i = 1; i < probabilities.Length; i++)
            best = probabilities[i] > probabilities[best] ? i : best;
        return best;
    }

    /// <summary>The probability of the image's class.</summary>
    public double Fit(IReadOnlyList<ReadOnlyMemory<float>> predictions, int index, ImageSample truth) => predictions[0].Span[(index * classes.Length) + truth.Labels[0]];

    private Answer Answer(ReadOnlySpan<float> probabilities)
    {
        int best = Best(probabilities);
        float confidence = probabilities[best];
        return new Answer(
            [classes[best], confidence],
            string.Create(CultureInfo.InvariantCulture, $"{classes[best]} {confidence:P1}"),
            string.Create(CultureInfo.InvariantCulture, $"Class label = {best}\nClass name = {classes[best]}"));
    }
}
