using Google.Protobuf;
using Tao.Graph;
using Tao.Onnx.Protos;

namespace Tao.Onnx;

/// <summary>Makes ONNX nodes and their attributes.</summary>
internal static class Nodes
{
    internal static NodeProto Create(string name, string opType, IEnumerable<string> inputs, string output)
    {
        var node = new NodeProto { Name = name, OpType = opType };
        node.Input.Add(inputs);
        node.Output.Add(output);
        return node;
    }

    internal static NodeProto With(this NodeProto node, string name, long value)
    {
        node.Attribute.Add(new AttributeProto { Name = name, I = value, Type = AttributeProto.Types.AttributeType.Int });
        return node;
    }

    internal static NodeProto With(this NodeProto node, string name, float value)
    {
        node.Attribute.Add(new AttributeProto { Name = name, F = value, Type = AttributeProto.Types.AttributeType.Float });
        return node;
    }

    internal static NodeProto With(this NodeProto node, string name, string value)
    {
        node.Attribute.Add(new AttributeProto { Name = name, S = ByteString.CopyFromUtf8(value), Type = AttributeProto.Types.AttributeType.String });
        return node;
    }

    internal static NodeProto With(this NodeProto node, string name, params IEnumerable<long> values)
    {
        var attribute = new AttributeProto { Name = name, Type = AttributeProto.Types.AttributeType.Ints };
        attribute.Ints.Add(values);
        node.Attribute.Add(attribute);
        return node;
    }

    /// <summary>ONNX lists the paddings before all axes, then those after all axes.</summary>
    internal static NodeProto WithPads(this NodeProto node, Padding padding) =>
        node.With("pads", [padding.Top, padding.Left, padding.Bottom, padding.Right]);

    internal static long Int(this NodeProto node, string name, long otherwise) =>
        node.Attribute.FirstOrDefault(attribute => attribute.Name == name)?.I ?? otherwise;
}
