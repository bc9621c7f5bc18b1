using Tao.Graph;
using Tao.Onnx.Protos;

namespace Tao.Onnx.Lowerings;

/// <summary>What a lowering sees of its node and how it writes: the node's own value bears the node's name.</summary>
internal sealed class LoweringContext(NetworkGraph graph, Node node, GraphWriter writer)
{
    internal Node Node => node;

    internal GraphWriter Writer => writer;

    internal IReadOnlyList<TensorType> InputTypes { get; } = graph.InputTypes(node);

    internal IReadOnlyList<string> Inputs { get; } = [.. node.Inputs.Select(OnnxNames.Of)];

    internal string Input => Inputs[0];

    internal string Output { get; } = OnnxNames.Of(node.Name);

    internal string Scope { get; } = OnnxNames.Of(node.ParameterScope);

    /// <summary>Writes the node that makes the op's own value.</summary>
    internal NodeProto Emit(string opType, params IEnumerable<string> inputs) => Emit(Output, opType, inputs);

    /// <summary>Writes a node that makes an intermediate value and returns the value's name.</summary>
    internal string EmitPart(string part, string opType, params IEnumerable<string> inputs)
    {
        var name = PartName(part);
        Emit(name, opType, inputs);
        return name;
    }

    /// <summary>As <see cref="EmitPart"/>, for a node with attributes; the value is <see cref="PartName"/>.</summary>
    internal NodeProto EmitPartNode(string part, string opType, params IEnumerable<string> inputs) => Emit(PartName(part), opType, inputs);

    internal string PartName(string part) => $"{Output}/{part}";

    internal WeightTensor Weight(string parameter) => writer.Weight($"{node.ParameterScope}.{parameter}");

    /// <summary>Writes a parameter as an initialiser under its full name.</summary>
    internal string Parameter(string parameter) => writer.Initializer(TensorProtos.Create($"{Scope}.{parameter}", Weight(parameter)));

    internal string Constant<T>(string part, ReadOnlySpan<long> shape, ReadOnlySpan<T> data)
        where T : unmanaged =>
        writer.Initializer(TensorProtos.Create(PartName(part), shape, data));

    private NodeProto Emit(string name, string opType, IEnumerable<string> inputs)
    {
        var proto = Nodes.Create(name, opType, inputs, name);
        writer.Node(proto);
        return proto;
    }
}
