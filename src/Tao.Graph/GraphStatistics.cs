using System.Collections.Immutable;

namespace Tao.Graph;

/// <summary>Size and cost of a network for one sample.</summary>
/// <param name="Parameters">All parameters, moving statistics included, as Keras counts.</param>
/// <param name="TrainableParameters">Without moving statistics and ranges, as PyTorch's tables count.</param>
/// <param name="MultiplyAdds">Of all kernels.</param>
public sealed record GraphStatistics(long Parameters, long TrainableParameters, long MultiplyAdds, ImmutableArray<NodeStatistics> Nodes)
{
    public static GraphStatistics Of(NetworkGraph graph)
    {
        var parameters = graph.Parameters().ToList();
        ImmutableArray<NodeStatistics> nodes = [.. graph.Nodes.Select(node => Of(graph, node))];
        return new GraphStatistics(
            parameters.Sum(parameter => parameter.Spec.Shape.ElementCount),
            parameters.Where(parameter => parameter.Spec.Trainable).Sum(parameter => parameter.Spec.Shape.ElementCount),
            nodes.Sum(node => node.MultiplyAdds),
            nodes);
    }

    private static NodeStatistics Of(NetworkGraph graph, Node node)
    {
        var inputs = graph.InputTypes(node);
        var parameters = node.Op.Parameters(inputs).Sum(spec => spec.Shape.ElementCount);
        return new NodeStatistics(node.Name, node.Op.Name, graph.TypeOf(node.Name).Shape, parameters, node.Op.MultiplyAdds(inputs));
    }
}
