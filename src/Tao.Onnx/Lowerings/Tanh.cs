namespace Tao.Onnx.Lowerings;

internal sealed class Tanh : Lowering<Graph.Ops.Tanh>
{
    protected override void Lower(Graph.Ops.Tanh op, LoweringContext context) => context.Emit("Tanh", context.Input);
}
