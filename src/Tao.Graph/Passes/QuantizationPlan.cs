using System.Collections.Immutable;
using Tao.Graph.Ops;

namespace Tao.Graph.Passes;

/// <summary>
/// Where 8-bit rounding stands in a graph. A value is rounded when an op that reads 8 bits reads it, unless it is inside a group that
/// runs as one: a convolution, the batch norm and the ReLU that alone read it (ONNX Runtime and TensorRT fuse exactly these). What only moves
/// values (max pooling, flatten) has its input's range. So the graph's input is rounded, and the last layer's result and the softmax are not.
/// </summary>
/// <param name="RangeOwners">Each rounded value → the value whose range it has, itself or one before it.</param>
/// <param name="QuantizedNodes">Nodes that compute on 8-bit values.</param>
public sealed record QuantizationPlan(ImmutableSortedDictionary<string, string> RangeOwners, ImmutableSortedSet<string> QuantizedNodes)
{
    /// <summary>The values that calibration has to measure.</summary>
    public IEnumerable<string> MeasuredValues => RangeOwners.Where(value => value.Key == value.Value).Select(value => value.Key);

    /// <param name="floatNodes">Nodes that stay in float, because their 8-bit error is too large.</param>
    public static QuantizationPlan For(NetworkGraph graph, IReadOnlySet<string> floatNodes)
    {
        var policies = graph.Nodes.ToDictionary(node => node.Name, node => floatNodes.Contains(node.Name) ? QuantizationPolicy.Float : node.Op.Quantization);
        var fused = FusedNodes(graph, policies);
        var rounded = RoundedValues(graph, policies, fused);

        var owners = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var input in graph.Inputs.Where(input => rounded.Contains(input.Name)))
            owners[input.Name] = input.Name;
        foreach (var node in graph.Nodes.Where(node => rounded.Contains(node.Name)))
            owners[node.Name] = policies[node.Name] == QuantizationPolicy.SharesInputScale ? owners[node.Inputs[0]] : node.Name;
        return new QuantizationPlan(
            owners.ToImmutable(),
            [.. graph.Nodes.Select(node => node.Name).Where(name => policies[name] == QuantizationPolicy.Quantized).Order(StringComparer.Ordinal)]);
    }

    /// <summary>Nodes that run as one with the node before them.</summary>
    private static HashSet<string> FusedNodes(NetworkGraph graph, IReadOnlyDictionary<string, QuantizationPolicy> policies)
    {
        var fused = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in graph.Nodes.Where(node => policies[node.Name] == QuantizationPolicy.FusesIntoProducer))
        {
            var producer = graph.FindNode(node.Inputs[0]);
            if (producer is null || graph.Outputs.Contains(producer.Name) || graph.ConsumersOf(producer.Name).Count() != 1)
                continue;
            // A batch norm fuses by folding into a kernel; an activation by clamping whatever 8-bit op is before it.
            var takesIn = policies[producer.Name] == QuantizationPolicy.Quantized && (node.Op is not BatchNorm || producer.Op is IKernelOp);
            if (takesIn || (fused.Contains(producer.Name) && node.Op is not BatchNorm))
                fused.Add(node.Name);
        }
        return fused;
    }

    private static HashSet<string> RoundedValues(NetworkGraph graph, Dictionary<string, QuantizationPolicy> policies, HashSet<string> fused)
    {
        var rounded = new HashSet<string>(StringComparer.Ordinal);
        foreach (var value in graph.Nodes.Select(node => node.Name).Reverse().Concat(graph.Inputs.Select(input => input.Name)))
        {
            if (graph.ConsumersOf(value).Any(reader => ReadsEightBits(value, reader)))
                rounded.Add(value);
        }
        return rounded;

        bool ReadsEightBits(string value, Node reader) => policies[reader.Name] switch
        {
            QuantizationPolicy.Quantized => true,
            QuantizationPolicy.SharesInputScale => rounded.Contains(reader.Name),
            // A ReLU on its own, because the 8-bit op before it has other readers too.
            QuantizationPolicy.FusesIntoProducer => !fused.Contains(reader.Name) && rounded.Contains(reader.Name)
                && policies.GetValueOrDefault(value, QuantizationPolicy.Float) != QuantizationPolicy.Float,
            _ => false,
        };
    }
}
