using Tao.Onnx.Protos;
using DataType = Tao.Onnx.Protos.TensorProto.Types.DataType;

namespace Tao.Onnx.Quantization;

/// <summary>An ONNX graph with its QuantizeLinear and DequantizeLinear nodes at hand.</summary>
internal sealed class QdqGraph
{
    private readonly Dictionary<string, TensorProto> _initializers;
    private readonly Dictionary<string, NodeProto> _producers = new(StringComparer.Ordinal);
    private readonly ILookup<string, NodeProto> _consumers;

    internal QdqGraph(GraphProto graph)
    {
        Proto = graph;
        _initializers = graph.Initializer.ToDictionary(tensor => tensor.Name, StringComparer.Ordinal);
        foreach (var node in graph.Node)
        {
            foreach (var output in node.Output)
                _producers[output] = node;
        }
        _consumers = graph.Node.SelectMany(node => node.Input.Distinct(), (node, input) => (node, input))
            .ToLookup(pair => pair.input, pair => pair.node, StringComparer.Ordinal);
        Quantizers = [.. graph.Node.Where(node => node.OpType == "QuantizeLinear" && !_initializers.ContainsKey(node.Input[0]))];
        KernelDequantizers = [.. graph.Node.Where(node => node.OpType == "DequantizeLinear"
            && FindInitializer(node.Input[0]) is { } values && TensorProtos.KindOf(values) == DataType.Int8)];
    }

    internal GraphProto Proto { get; }

    /// <summary>The nodes that round activations.</summary>
    internal IReadOnlyList<NodeProto> Quantizers { get; }

    /// <summary>The nodes that widen 8-bit kernels.</summary>
    internal IReadOnlyList<NodeProto> KernelDequantizers { get; }

    internal NodeProto? Producer(string value) => _producers.GetValueOrDefault(value);

    internal NodeProto? ProducerOf(string opType, string value) => Producer(value) is { } node && node.OpType == opType ? node : null;

    internal TensorProto? FindInitializer(string name) => _initializers.GetValueOrDefault(name);

    internal TensorProto Initializer(string name) => FindInitializer(name) ?? throw new OnnxException($"The model has no initialiser '{name}'.");

    internal IEnumerable<NodeProto> DequantizersOf(NodeProto quantizer) =>
        _consumers[quantizer.Output[0]].Where(node => node.OpType == "DequantizeLinear");

    /// <summary>The scale of a signed symmetric per-tensor quantiser.</summary>
    internal float Symmetric(NodeProto quantizer)
    {
        var scales = TensorProtos.Read<float>(Initializer(quantizer.Input[1]));
        var zero = quantizer.Input.Count == 3 ? Initializer(quantizer.Input[2]) : null;
        var symmetric = zero is not null && TensorProtos.KindOf(zero) == DataType.Int8 && TensorProtos.Read<sbyte>(zero)[0] == 0;
        if (scales.Length != 1 || !symmetric)
            throw new OnnxException($"The node '{quantizer.Name}' is not a signed symmetric quantiser with one scale.");
        return scales[0];
    }

    /// <summary>
    /// True when the kernel is multiplied in pairs of neighbours: convolutions of one group, on gray images too (depthwise kernels widen
    /// to 16 bits first), and linear layers with our layout.
    /// </summary>
    internal bool MultipliesPairs(NodeProto dequantizer) => _consumers[dequantizer.Output[0]].Any(node => node.OpType switch
    {
        "Conv" => node.Int("group", 1) == 1,
        "Gemm" => node.Int("transB", 0) == 1,
        _ => false,
    });

    internal string Add(TensorProto tensor)
    {
        if (_initializers.TryAdd(tensor.Name, tensor))
            Proto.Initializer.Add(tensor);
        return tensor.Name;
    }

    internal void InsertBefore(NodeProto node, NodeProto inserted) => Proto.Node.Insert(Proto.Node.IndexOf(node), inserted);

    internal void RemoveUnusedInitializers()
    {
        var read = Proto.Node.SelectMany(node => node.Input).Concat(Proto.Output.Select(output => output.Name)).ToHashSet(StringComparer.Ordinal);
        foreach (var unused in Proto.Initializer.Where(tensor => !read.Contains(tensor.Name)).ToList())
            Proto.Initializer.Remove(unused);
    }
}
