using Tao.Graph.Ops;

namespace Tao.Graph.Passes;

/// <summary>
/// Undoes <see cref="FakeQuantPass"/>: no <see cref="FakeQuant"/>, kernels unrounded, everything else as it is. What stays is the float
/// model that quantisation-aware training has trained; applying the pass again with the <see cref="RangesOf"/> gives back the 8-bit one.
/// </summary>
public sealed class StripFakeQuantPass : IGraphPass
{
    public string Name => "strip-fake-quant";

    public static bool IsQuantized(NetworkGraph graph) => graph.Nodes.Any(node => node.Op is FakeQuant or IKernelOp { QuantizedKernel: true });

    /// <summary>The ranges in a quantised model, by the value that each was measured on.</summary>
    public static QuantizationRanges RangesOf(Model model) => new(model.Graph.Nodes
        .Where(node => node.Op is FakeQuant && node.ParameterScope == node.Name)
        .ToDictionary(node => node.Inputs[0], node => model.Weights[$"{node.ParameterScope}.{FakeQuant.RangeName}"].Data.Span[0]));

    public Model Apply(Model model)
    {
        var bypass = new NodeBypass(model.Graph);
        foreach (var node in model.Graph.Nodes)
        {
            if (node.Op is FakeQuant)
                bypass.TryRemove(node);
            else if (node.Op is IKernelOp { QuantizedKernel: true } kernel)
                bypass.Replace(node with { Op = kernel.WithQuantizedKernel(false) });
        }
        var graph = bypass.Apply();
        return new Model(graph, model.Weights.For(graph));
    }
}
