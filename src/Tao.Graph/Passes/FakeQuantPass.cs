using System.Collections.Immutable;
using Tao.Graph.Ops;

namespace Tao.Graph.Passes;

/// <summary>
/// Puts <see cref="FakeQuant"/> where <see cref="QuantizationPlan"/> says and marks the kernels of 8-bit ops as rounded
/// (<see cref="IKernelOp.QuantizedKernel"/>). All readers of a rounded value read the rounded one, so that an 8-bit runtime sees one
/// reader behind each op; the graph's outputs stay float. Fold batch norms first: ranges bear the names of the folded graph's values.
/// </summary>
/// <param name="ranges">At least the plan's <see cref="QuantizationPlan.MeasuredValues"/>.</param>
/// <param name="floatNodes">Nodes that stay in float.</param>
/// <param name="momentum">For training, see <see cref="FakeQuant.Momentum"/>; null when the ranges stay.</param>
public sealed class FakeQuantPass(QuantizationRanges ranges, IEnumerable<string>? floatNodes = null, double? momentum = null) : IGraphPass
{
    // A value that was zero on every calibration image has no scale of its own; any positive one represents zero.
    private const float RangeOfZeros = 1;

    private readonly ImmutableHashSet<string> _floatNodes = [.. floatNodes ?? []];

    public string Name => "fake-quant";

    /// <summary>The node that rounds a value.</summary>
    public static string QuantizerOf(string value) => $"{value}_quant";

    public Model Apply(Model model)
    {
        var graph = model.Graph;
        var plan = QuantizationPlan.For(graph, _floatNodes);
        Check(graph, plan);

        var nodes = new List<Node>();
        foreach (var input in graph.Inputs)
            AddQuantizer(nodes, plan, input.Name);
        foreach (var node in graph.Nodes)
        {
            nodes.Add(Quantized(node, plan));
            AddQuantizer(nodes, plan, node.Name);
        }
        var rangeWeights = plan.MeasuredValues.Select(value => KeyValuePair.Create(
            $"{QuantizerOf(value)}.{FakeQuant.RangeName}",
            WeightTensor.Filled(new TensorShape(1), ranges.Magnitudes[value] is var range and > 0 ? range : RangeOfZeros)));
        return new Model(graph.With(nodes), Weights.From(model.Weights.Values.Concat(rangeWeights)));
    }

    private void AddQuantizer(List<Node> nodes, QuantizationPlan plan, string value)
    {
        if (plan.RangeOwners.TryGetValue(value, out var owner))
            nodes.Add(new Node(QuantizerOf(value), new FakeQuant { Momentum = momentum }, [value]) { ParameterScope = QuantizerOf(owner) });
    }

    private static Node Quantized(Node node, QuantizationPlan plan)
    {
        var op = node.Op is IKernelOp kernel && plan.QuantizedNodes.Contains(node.Name) ? kernel.WithQuantizedKernel() : node.Op;
        return node with { Op = op, Inputs = [.. node.Inputs.Select(input => plan.RangeOwners.ContainsKey(input) ? QuantizerOf(input) : input)] };
    }

    private void Check(NetworkGraph graph, QuantizationPlan plan)
    {
        if (graph.Nodes.FirstOrDefault(node => node.Op is FakeQuant) is { } quantizer)
            throw new GraphException($"The graph is quantised already, by node '{quantizer.Name}'.");
        if (_floatNodes.Where(name => graph.FindNode(name) is null).Order(StringComparer.Ordinal).ToList() is { Count: > 0 } unknown)
            throw new GraphException($"These nodes were to stay in float, but the graph does not have them: {string.Join(", ", unknown)}.");
        if (plan.MeasuredValues.Where(value => !ranges.Magnitudes.ContainsKey(value)).ToList() is { Count: > 0 } missing)
            throw new GraphException($"There is no calibrated range for: {string.Join(", ", missing)}.");
    }
}
