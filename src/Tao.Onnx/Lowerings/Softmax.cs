namespace Tao.Onnx.Lowerings;

internal sealed class Softmax : Lowering<Graph.Ops.Softmax>
{
    protected override void Lower(Graph.Ops.Softmax op, LoweringContext context) => context.Emit("Softmax", context.Input).With("axis", op.Axis);
}
