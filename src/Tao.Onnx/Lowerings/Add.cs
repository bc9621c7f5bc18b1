namespace Tao.Onnx.Lowerings;

internal sealed class Add : Lowering<Graph.Ops.Add>
{
    protected override void Lower(Graph.Ops.Add op, LoweringContext context) => context.Emit("Add", context.Inputs);
}
