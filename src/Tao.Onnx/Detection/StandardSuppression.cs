using DataType = Tao.Onnx.Protos.TensorProto.Types.DataType;

namespace Tao.Onnx.Detection;

/// <summary>
/// Suppression for each class and the best of all, with a fixed number of rows for each image: the standard's <c>NonMaxSuppression</c> answers
/// with a list for the whole batch, so its choice is scattered back to where it came from, and the best scores are taken from there.
/// </summary>
internal static class StandardSuppression
{
    public static void Write(TailWriter writer, TailInputs inputs, BoxDecoding decoding)
    {
        string byClass = writer.Add("by_class", "Transpose", [inputs.Scores], node => node.With("perm", [0, 2, 1]));
        string chosen = writer.Add(
            "chosen", "NonMaxSuppression", inputs.Boxes, byClass, writer.Integers("most", decoding.TopK), writer.Constant("max_iou", [1], [decoding.MaxIou]), writer.Constant("min_score", [1], [decoding.MinScore]));
        string nothing = writer.Add("nothing", "ConstantOfShape", writer.Add("shape", "Shape", byClass));
        string kept = writer.Add("kept", "ScatterND", nothing, chosen, writer.Add("chosen_scores", "GatherND", byClass, chosen));
        string rows = writer.Add("rows", "Reshape", kept, writer.Integers("flat", 0, -1));
        string[] best = [DetectionTail.Scores, DetectionTail.Prefix + "places"];
        writer.AddNode("best", "TopK", [rows, writer.Integers("count", Math.Min(decoding.TopK, inputs.Anchors * inputs.Classes))], best).With("axis", 1);
        WriteRows(writer, inputs, best[0], best[1]);
    }

    /// <summary>Class and anchor of a score are told by its place; both are 0 where no score is left.</summary>
    private static void WriteRows(TailWriter writer, TailInputs inputs, string scores, string places)
    {
        string anchors = writer.Integer("anchors", inputs.Anchors), axis = writer.Integers("last_axis", 2);
        string isThere = writer.Add("is_there", "Greater", scores, writer.Constant("zero", [], [0f]));
        string there = Cast(writer, "there", isThere, DataType.Float), thereInt = Cast(writer, "there_int", isThere, DataType.Int32);

        string anchor = writer.Add("anchor_of", "Mod", places, anchors);
        string index = writer.Add("index", "Expand", writer.Add("column", "Unsqueeze", anchor, axis), writer.Integers("corners_shape", 1, 1, 4));
        string boxes = writer.Add("gathered", "GatherElements", [inputs.Boxes, index], node => node.With("axis", 1));
        writer.AddNode("mask_boxes", "Mul", [boxes, writer.Add("there_column", "Unsqueeze", there, axis)], [DetectionTail.Boxes]);

        string classes = Cast(writer, "class_of", writer.Add("class_place", "Div", places, anchors), DataType.Int32);
        writer.AddNode("mask_classes", "Mul", [classes, thereInt], [DetectionTail.Classes]);
        writer.AddNode("count_there", "ReduceSum", [thereInt, writer.Integers("one", 1)], [DetectionTail.Count]).With("keepdims", 1);
    }

    private static string Cast(TailWriter writer, string name, string value, DataType type) =>
        writer.Add(name, "Cast", [value], node => node.With("to", (long)type));
}
