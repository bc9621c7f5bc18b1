namespace Tao.Onnx.Lowerings;

internal sealed class GlobalAveragePool : Lowering<Graph.Ops.GlobalAveragePool>
{
    protected override void Lower(Graph.Ops.GlobalAveragePool op, LoweringContext context) => context.Emit("GlobalAveragePool", context.Input);
}
