using Tao.Graph;
using Tao.Graph.Ops;

namespace Tao.Engine.Pretrained;

/// <summary>
/// TAO puts a 1×1 convolution on every shortcut (<c>all_projections</c>), also where the published network adds the block's input itself.
/// Started at random these convolutions would destroy what the published weights compute; started as the identity they compute the same.
/// </summary>
internal sealed record IdentityShortcuts(IReadOnlyCollection<Node> Convolutions, IReadOnlyCollection<Node> Norms)
{
    /// <summary>The projections that keep size and channels and that the weight file does not have, with the batch norms behind them.</summary>
    public static IdentityShortcuts Find(NetworkGraph graph, MatchReport report)
    {
        var missing = report.Missing.Select(parameter => parameter.Name).ToHashSet(StringComparer.Ordinal);
        var (convolutions, norms) = (new List<Node>(), new List<Node>());
        foreach (var node in graph.Nodes.Where(node => node.Op is Conv2d conv && KeepsItsInput(graph, node, conv) && missing.Contains(Kernel(node))))
        {
            if (graph.ConsumersOf(node.Name).ToList() is not [var consumer])
                continue;
            if (consumer.Op is Add)
                convolutions.Add(node);
            else if (consumer.Op is BatchNorm && graph.ConsumersOf(consumer.Name).ToList() is [{ Op: Add }])
            {
                convolutions.Add(node);
                norms.Add(consumer);
            }
        }
        return new IdentityShortcuts(convolutions, norms);
    }

    public Weights Apply(Weights weights) => Convolutions.Aggregate(weights, (all, node) => all.With(Kernel(node), Identity(all[Kernel(node)].Shape)));

    /// <summary>The report without what is no longer missing.</summary>
    public MatchReport Without(MatchReport report)
    {
        var scopes = Convolutions.Concat(Norms).Select(node => node.ParameterScope + ".").ToList();
        return report with { Missing = [.. report.Missing.Where(parameter => !scopes.Exists(scope => parameter.Name.StartsWith(scope, StringComparison.Ordinal)))] };
    }

    private static bool KeepsItsInput(NetworkGraph graph, Node node, Conv2d conv) =>
        !conv.Bias && graph.TypeOf(node.Inputs[0]).Equals(graph.TypeOf(node.Name)) && conv is { KernelHeight: 1, KernelWidth: 1 };

    private static string Kernel(Node node) => $"{node.ParameterScope}.weight";

    private static WeightTensor Identity(TensorShape shape)
    {
        int channels = (int)shape[0];
        var values = new float[channels * channels];
        for (int channel = 0; channel < channels; channel++)
            values[(channel * channels) + channel] = 1;
        return new WeightTensor(shape, values);
    }
}
