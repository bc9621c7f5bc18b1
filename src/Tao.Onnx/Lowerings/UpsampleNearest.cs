namespace Tao.Onnx.Lowerings;

internal sealed class UpsampleNearest : Lowering<Graph.Ops.UpsampleNearest>
{
    protected override void Lower(Graph.Ops.UpsampleNearest op, LoweringContext context) => context
        .Emit("Resize", context.Input, "", context.Constant<float>("scales", [4], [1, 1, op.Factor, op.Factor]))
        .With("mode", "nearest")
        .With("coordinate_transformation_mode", "asymmetric")
        .With("nearest_mode", "floor");
}
