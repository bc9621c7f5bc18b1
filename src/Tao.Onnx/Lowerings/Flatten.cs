namespace Tao.Onnx.Lowerings;

internal sealed class Flatten : Lowering<Graph.Ops.Flatten>
{
    protected override void Lower(Graph.Ops.Flatten op, LoweringContext context) => context.Emit("Flatten", context.Input).With("axis", 1);
}
