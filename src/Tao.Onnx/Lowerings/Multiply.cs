namespace Tao.Onnx.Lowerings;

internal sealed class Multiply : Lowering<Graph.Ops.Multiply>
{
    protected override void Lower(Graph.Ops.Multiply op, LoweringContext context) => context.Emit("Mul", context.Inputs);
}
