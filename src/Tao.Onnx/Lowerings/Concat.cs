namespace Tao.Onnx.Lowerings;

internal sealed class Concat : Lowering<Graph.Ops.Concat>
{
    protected override void Lower(Graph.Ops.Concat op, LoweringContext context) => context.Emit("Concat", context.Inputs).With("axis", 1);
}
