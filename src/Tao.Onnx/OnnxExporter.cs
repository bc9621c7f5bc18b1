using Tao.Graph;
using Tao.Onnx.Checking;
using Tao.Onnx.Lowerings;
using Tao.Onnx.Protos;
using DataType = Tao.Onnx.Protos.TensorProto.Types.DataType;

namespace Tao.Onnx;

/// <summary>Writes a model as ONNX: one value per node of the graph, under the node's name; the graph's inputs and outputs keep theirs.</summary>
public static class OnnxExporter
{
    /// <summary>Belongs to operator set 13 and is read by everything that reads that.</summary>
    private const int IrVersion = 7;

    /// <summary>
    /// Lowers every node and checks the result. Equal models and options give equal bytes. Throws <see cref="OnnxException"/> for an
    /// op without a lowering and <see cref="GraphException"/> for a missing weight.
    /// </summary>
    public static OnnxModel Export(Model model, OnnxExportOptions options)
    {
        if (options.OpsetVersion is < OnnxExportOptions.LowestOpset or > OnnxExportOptions.HighestOpset)
            throw new OnnxException($"Operator set {options.OpsetVersion} is not written; {OnnxExportOptions.LowestOpset} to {OnnxExportOptions.HighestOpset} are.");
        var graph = new GraphProto { Name = model.Graph.Name };
        graph.Input.Add(model.Graph.Inputs.Select(input => ValueInfo(input.Name, input.Type, options)));
        var writer = new GraphWriter(model.Weights, graph);
        foreach (var node in model.Graph.Nodes)
            LoweringCatalog.For(node).Lower(new LoweringContext(model.Graph, node, writer));
        graph.Output.Add(model.Graph.Outputs.Select(output => ValueInfo(output, model.Graph.TypeOf(output), options)));
        var exported = new OnnxModel(Wrap(graph, options));
        OnnxChecker.Verify(exported);
        return exported;
    }

    private static ModelProto Wrap(GraphProto graph, OnnxExportOptions options)
    {
        var proto = new ModelProto
        {
            IrVersion = IrVersion,
            ProducerName = options.ProducerName,
            ProducerVersion = options.ProducerVersion,
            Graph = graph,
        };
        proto.OpsetImport.Add(new OperatorSetIdProto { Domain = "", Version = options.OpsetVersion });
        proto.MetadataProps.Add(options.Metadata.Select(entry => new StringStringEntryProto { Key = entry.Key, Value = entry.Value }));
        return proto;
    }

    private static ValueInfoProto ValueInfo(string name, TensorType type, OnnxExportOptions options)
    {
        var shape = new TensorShapeProto();
        shape.Dim.Add(type.Shape.Sizes.Select(size => Dimension(size, options)));
        return new ValueInfoProto
        {
            Name = OnnxNames.Of(name),
            Type = new TypeProto { TensorType = new TypeProto.Types.Tensor { ElemType = (int)ElementTypeOf(type.Element), Shape = shape } },
        };
    }

    private static TensorShapeProto.Types.Dimension Dimension(long size, OnnxExportOptions options) => size switch
    {
        TensorShape.Batch when options.StaticBatch is { } batch => new() { DimValue = batch },
        TensorShape.Batch => new() { DimParam = "N" },
        _ => new() { DimValue = size },
    };

    private static DataType ElementTypeOf(ElementKind element) => element switch
    {
        ElementKind.Float32 => DataType.Float,
        ElementKind.Int32 => DataType.Int32,
        ElementKind.Int64 => DataType.Int64,
        ElementKind.UInt8 => DataType.Uint8,
        _ => DataType.Bool,
    };
}
