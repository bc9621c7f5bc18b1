using Tao.Data.Loading;
using Tao.Engine.Quantization;
using Tao.Graph;
using Tao.Graph.Ops;
using Tao.Runtime;
using static TorchSharp.torch;

namespace Tao.Engine.Pretrained;

/// <summary>
/// Gives batch normalisations their statistics back. Some published weights come with theirs folded into the convolutions, mean 0 and
/// variance 1 in every channel: right for inference, but training would normalise by a batch's true statistics and compute another
/// function from the first step on.
/// </summary>
internal static class FoldedBatchNorms
{
    private const string Mean = "running_mean", Variance = "running_var", Scale = "weight", Shift = "bias";

    /// <summary>Normalisations whose statistics the file gave, that will train, and of which every channel has mean 0 and the same variance.</summary>
    public static IReadOnlyList<Node> Find(Model model, MatchReport report)
    {
        var given = report.Matched.Select(match => match.Name).ToHashSet(StringComparer.Ordinal);
        return [.. model.Graph.Nodes.Where(node => node.Op is BatchNorm { Frozen: false } && given.Contains(Name(node, Mean)) && IsFolded(node, model.Weights))];
    }

    /// <summary>
    /// The same function with the statistics that the images have: with mean μ and variance σ² of what arrives, the weight γ becomes
    /// γ·√(σ²+ε)/√(v+ε) and the bias β + γ·(μ−m)/√(v+ε), where m and v are the old statistics.
    /// </summary>
    public static Model Restore(Model model, IReadOnlyCollection<Node> norms, IEnumerable<ImageBatch> batches, Device device)
    {
        var moments = norms.Select(node => node.Inputs[0]).Distinct(StringComparer.Ordinal).ToDictionary(value => value, _ => new ChannelMoments(), StringComparer.Ordinal);
        using (var module = new GraphModule(model, device))
        {
            Calibrator.Observe(module, batches, (value, tensor) =>
            {
                if (moments.TryGetValue(value, out var channels))
                    channels.Add(tensor);
            });
        }
        return model with { Weights = norms.Aggregate(model.Weights, (weights, node) => Restore(weights, node, moments[node.Inputs[0]])) };
    }

    private static Weights Restore(Weights weights, Node node, ChannelMoments moments)
    {
        double epsilon = ((BatchNorm)node.Op).Epsilon;
        float[] Copy(string parameter) => weights[Name(node, parameter)].Data.ToArray();
        float[] mean = Copy(Mean), variance = Copy(Variance), scale = Copy(Scale), shift = Copy(Shift);
        for (int channel = 0; channel < mean.Length; channel++)
        {
            double factor = scale[channel] / Math.Sqrt(variance[channel] + epsilon);
            shift[channel] = (float)(shift[channel] + (factor * (moments.Mean(channel) - mean[channel])));
            scale[channel] = (float)(factor * Math.Sqrt(moments.Variance(channel) + epsilon));
            mean[channel] = (float)moments.Mean(channel);
            variance[channel] = (float)moments.Variance(channel);
        }
        var shape = weights[Name(node, Mean)].Shape;
        Weights Set(Weights all, string parameter, float[] values) => all.With(Name(node, parameter), new WeightTensor(shape, values));
        return Set(Set(Set(Set(weights, Mean, mean), Variance, variance), Scale, scale), Shift, shift);
    }

    private static bool IsFolded(Node node, Weights weights)
    {
        var variance = weights[Name(node, Variance)].Data.Span;
        return !weights[Name(node, Mean)].Data.Span.ContainsAnyExcept(0f) && !variance.ContainsAnyExcept(variance[0]);
    }

    private static string Name(Node node, string parameter) => $"{node.ParameterScope}.{parameter}";
}
