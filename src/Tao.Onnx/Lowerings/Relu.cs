namespace Tao.Onnx.Lowerings;

internal sealed class Relu : Lowering<Graph.Ops.Relu>
{
    protected override void Lower(Graph.Ops.Relu op, LoweringContext context) => context.Emit("Relu", context.Input);
}
