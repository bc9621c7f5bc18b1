namespace Tao.Onnx.Lowerings;

internal sealed class Sigmoid : Lowering<Graph.Ops.Sigmoid>
{
    protected override void Lower(Graph.Ops.Sigmoid op, LoweringContext context) => context.Emit("Sigmoid", context.Input);
}
