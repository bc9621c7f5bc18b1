using Tao.Onnx.Protos;

namespace Tao.Onnx.Detection;

/// <summary>Appends nodes and constants to a graph, all under the tail's prefix; a constant that is there already is used again.</summary>
internal sealed class TailWriter(GraphProto graph)
{
    private readonly HashSet<string> _constants = new(StringComparer.Ordinal);

    public string Add(string name, string opType, params ReadOnlySpan<string> inputs) => Add(name, opType, [.. inputs], _ => { });

    public string Add(string name, string opType, string[] inputs, Action<NodeProto> configure)
    {
        string output = DetectionTail.Prefix + name;
        configure(AddNode(name, opType, inputs, [output]));
        return output;
    }

    public NodeProto AddNode(string name, string opType, string[] inputs, string[] outputs)
    {
        var node = new NodeProto { Name = DetectionTail.Prefix + name, OpType = opType };
        node.Input.Add(inputs);
        node.Output.Add(outputs);
        graph.Node.Add(node);
        return node;
    }

    public string Constant(string name, long[] shape, float[] values) => Constant<float>(name, shape, values);

    public string Integers(string name, params long[] values) => Constant<long>(name, [values.Length], values);

    public string Integer(string name, long value) => Constant<long>(name, [], [value]);

    private string Constant<T>(string name, long[] shape, T[] values)
        where T : unmanaged
    {
        string full = DetectionTail.Prefix + name;
        if (_constants.Add(full))
            graph.Initializer.Add(TensorProtos.Create<T>(full, shape, values));
        return full;
    }
}
