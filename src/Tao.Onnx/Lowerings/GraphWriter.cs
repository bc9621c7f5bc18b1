using Tao.Graph;
using Tao.Onnx.Protos;

namespace Tao.Onnx.Lowerings;

/// <summary>Collects the nodes and initialisers of one ONNX graph. Tensors and dequantisers that nodes share are written once.</summary>
internal sealed class GraphWriter(Weights weights, GraphProto graph)
{
    private readonly HashSet<string> _written = new(StringComparer.Ordinal);

    internal WeightTensor Weight(string name) => weights[name];

    internal string Initializer(TensorProto tensor)
    {
        if (_written.Add(tensor.Name))
            graph.Initializer.Add(tensor);
        return tensor.Name;
    }

    internal void Node(NodeProto node) => graph.Node.Add(node);

    /// <summary>Writes the node unless one of that name is there already.</summary>
    internal void SharedNode(NodeProto node)
    {
        if (_written.Add(node.Name))
            graph.Node.Add(node);
    }
}
