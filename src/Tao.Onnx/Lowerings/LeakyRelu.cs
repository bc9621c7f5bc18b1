namespace Tao.Onnx.Lowerings;

internal sealed class LeakyRelu : Lowering<Graph.Ops.LeakyRelu>
{
    protected override void Lower(Graph.Ops.LeakyRelu op, LoweringContext context) =>
        context.Emit("LeakyRelu", context.Input).With("alpha", (float)op.Slope);
}
