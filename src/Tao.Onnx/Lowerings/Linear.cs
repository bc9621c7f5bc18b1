namespace Tao.Onnx.Lowerings;

internal sealed class Linear : Lowering<Graph.Ops.Linear>
{
    protected override void Lower(Graph.Ops.Linear op, LoweringContext context) =>
        context.Emit("Gemm", context.WithKernel(op)).With("transB", 1);
}
