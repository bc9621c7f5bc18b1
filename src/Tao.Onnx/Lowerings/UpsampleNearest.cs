namespace Tao.Onnx.Lowerings;

internal sealed class UpsampleNearest : Lowering<Graph.Ops.UpsampleNearest>
{
    protected override void Lower(Graph.Ops.UpsampleNearest op, LoweringContext context)
    {
        string[] inputs = [context.Input, "", context.Constant<float>("scales", [4], [1, 1, op.Factor, op.Factor])];
        var resize = op.Cuts ? context.EmitPartNode("whole", "Resize", inputs) : context.Emit("Resize", inputs);
        resize.With("mode", "nearest").With("coordinate_transformation_mode", "asymmetric").With("nearest_mode", "floor");
        if (!op.Cuts)
            return;
        var shape = op.InferType(context.InputTypes).Shape;
        context.Emit(
            "Slice",
            context.PartName("whole"),
            context.Constant<long>("starts", [2], [0, 0]),
            context.Constant<long>("ends", [2], [shape[2], shape[3]]),
            context.Constant<long>("axes", [2], [2, 3]));
    }
}
