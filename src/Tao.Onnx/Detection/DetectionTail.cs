using Tao.Onnx.Checking;
using Tao.Onnx.Protos;
using DataType = Tao.Onnx.Protos.TensorProto.Types.DataType;

namespace Tao.Onnx.Detection;

/// <summary>
/// What turns a detector's scores (N × anchors × (1 + classes), background first) and offsets (N × anchors × 4) into boxes, inside the file.
/// The file's outputs become those of TensorRT's EfficientNMS: <c>num_detections</c> (N × 1, int32), <c>detection_boxes</c> (N × k × 4: x1, y1,
/// x2, y2 as shares of the image), <c>detection_scores</c> (N × k) and <c>detection_classes</c> (N × k, int32, from 0, without the background),
/// by falling score; what is beyond the number is 0.
/// </summary>
public static class DetectionTail
{
    public const string Count = "num_detections";
    public const string Boxes = "detection_boxes";
    public const string Scores = "detection_scores";
    public const string Classes = "detection_classes";

    /// <summary>What the names of all its nodes and constants begin with.</summary>
    internal const string Prefix = "nms/";

    /// <summary>Where TensorRT's plug-ins live; readers that do not know them still accept the file.</summary>
    private const string TensorRtDomain = "TRT";

    /// <summary>Adds decoding and suppression in standard operators.</summary>
    /// <param name="model">Its outputs are the scores and the offsets.</param>
    public static OnnxModel Append(OnnxModel model, BoxDecoding decoding) => Append(model, decoding, StandardSuppression.Write, domain: null);

    /// <summary>Adds decoding in standard operators and TensorRT's <c>EfficientNMS_TRT</c>, which no other runtime has.</summary>
    /// <inheritdoc cref="Append(OnnxModel, BoxDecoding)"/>
    public static OnnxModel AppendEfficientNms(OnnxModel model, BoxDecoding decoding) => Append(model, decoding, WriteEfficientNms, TensorRtDomain);

    /// <summary>The network alone again, with its scores and offsets; a model without such a tail stays as it is.</summary>
    public static OnnxModel Strip(OnnxModel model)
    {
        if (!HasTail(model))
            return model;
        var proto = model.Proto.Clone();
        var graph = proto.Graph;
        var raw = graph.ValueInfo.ToList();
        Remove(graph.Node, node => IsOfTail(node.Name));
        Remove(graph.Initializer, tensor => IsOfTail(tensor.Name));
        graph.Output.Clear();
        graph.Output.Add(raw);
        graph.ValueInfo.Clear();
        Remove(proto.OpsetImport, set => set.Domain == TensorRtDomain);
        return new OnnxModel(proto);
    }

    public static bool HasTail(OnnxModel model) => model.Proto.Graph.Node.Any(node => IsOfTail(node.Name));

    private static bool IsOfTail(string name) => name.StartsWith(Prefix, StringComparison.Ordinal);

    private static void Remove<T>(IList<T> items, Func<T, bool> isUnwanted)
    {
        for (int i = items.Count - 1; i >= 0; i--)
        {
            if (isUnwanted(items[i]))
                items.RemoveAt(i);
        }
    }

    private static OnnxModel Append(OnnxModel model, BoxDecoding decoding, Action<TailWriter, TailInputs, BoxDecoding> suppress, string? domain)
    {
        if (model.OutputNames is not [var scores, var offsets])
            throw new OnnxException($"A detector has two outputs, scores and offsets; '{model.Proto.Graph.Name}' has {model.OutputNames.Count}.");
        var proto = model.Proto.Clone();
        var graph = proto.Graph;
        var shape = graph.Output[0].Type.TensorType.Shape.Dim;
        int anchors = (int)shape[1].DimValue, classes = (int)shape[2].DimValue - 1;
        if (decoding.Anchors.Length != anchors * 4)
            throw new OnnxException($"The scores are of {anchors} anchors, and {decoding.Anchors.Length / 4} are given.");

        var writer = new TailWriter(graph);
        suppress(writer, new TailInputs(Foreground(writer, scores, classes), Decode(writer, offsets, decoding), anchors, classes), decoding);
        int count = Math.Min(decoding.TopK, anchors * classes);
        // What the network itself answers keeps its type, so that it can be told again.
        graph.ValueInfo.Add(graph.Output);
        graph.Output.Clear();
        graph.Output.Add([Output(Count, DataType.Int32, shape[0], 1), Output(Boxes, DataType.Float, shape[0], count, 4), Output(Scores, DataType.Float, shape[0], count), Output(Classes, DataType.Int32, shape[0], count)]);
        if (domain is not null)
            proto.OpsetImport.Add(new OperatorSetIdProto { Domain = domain, Version = 1 });
        var result = new OnnxModel(proto);
        OnnxChecker.Verify(result);
        return result;
    }

    private static string Foreground(TailWriter writer, string scores, int classes) =>
        writer.Add("foreground", "Slice", scores, writer.Integers("one", 1), writer.Integers("end", classes + 1), writer.Integers("last_axis", 2));

    /// <summary>Centre + offset · (variance · side) and side · exp(offset · variance), cut to the image.</summary>
    private static string Decode(TailWriter writer, string offsets, BoxDecoding decoding)
    {
        int anchors = decoding.Anchors.Length / 4;
        var (centres, sides, scales) = (new float[anchors * 2], new float[anchors * 2], new float[anchors * 2]);
        for (int i = 0; i < anchors; i++)
        {
            for (int axis = 0; axis < 2; axis++)
            {
                centres[(i * 2) + axis] = decoding.Anchors.Span[(i * 4) + axis];
                sides[(i * 2) + axis] = decoding.Anchors.Span[(i * 4) + 2 + axis];
                scales[(i * 2) + axis] = sides[(i * 2) + axis] * decoding.Variances.Span[axis];
            }
        }
        string Part(string name, int start) => writer.Add(
            name, "Slice", offsets, writer.Integers($"{name}_start", start), writer.Integers($"{name}_end", start + 2), writer.Integers("last_axis", 2));

        string side = writer.Constant("side", [anchors, 2], sides);
        string centre = writer.Add("centre", "Add", writer.Add("shift", "Mul", Part("moves", 0), writer.Constant("scale", [anchors, 2], scales)), writer.Constant("anchor", [anchors, 2], centres));
        string growth = writer.Add("growth", "Mul", Part("sizes", 2), writer.Constant("variance", [2], decoding.Variances.Span[2..].ToArray()));
        string half = writer.Add("half", "Mul", writer.Add("stretched", "Mul", writer.Add("factor", "Exp", growth), side), writer.Constant("one_half", [], [0.5f]));
        string corners = writer.Add("corners", "Concat", [writer.Add("low", "Sub", centre, half), writer.Add("high", "Add", centre, half)], node => node.With("axis", 2));
        return writer.Add("boxes", "Clip", corners, writer.Constant("zero", [], [0f]), writer.Constant("full", [], [1f]));
    }

    private static void WriteEfficientNms(TailWriter writer, TailInputs inputs, BoxDecoding decoding)
    {
        var node = writer.AddNode("efficient_nms", "EfficientNMS_TRT", [inputs.Boxes, inputs.Scores], [Count, Boxes, Scores, Classes]);
        node.Domain = TensorRtDomain;
        node.With("plugin_version", "1")
            .With("score_threshold", decoding.MinScore)
            .With("iou_threshold", decoding.MaxIou)
            .With("max_output_boxes", Math.Min(decoding.TopK, inputs.Anchors * inputs.Classes))
            .With("background_class", -1)
            .With("score_activation", 0)
            .With("class_agnostic", 0)
            .With("box_coding", 0);
    }

    private static ValueInfoProto Output(string name, DataType type, TensorShapeProto.Types.Dimension batch, params ReadOnlySpan<long> sizes)
    {
        var shape = new TensorShapeProto();
        shape.Dim.Add(batch.Clone());
        foreach (long size in sizes)
            shape.Dim.Add(new TensorShapeProto.Types.Dimension { DimValue = size });
        return new ValueInfoProto { Name = name, Type = new TypeProto { TensorType = new TypeProto.Types.Tensor { ElemType = (int)type, Shape = shape } } };
    }
}
