namespace Tao.Onnx.Lowerings;

internal sealed class AveragePool2d : Lowering<Graph.Ops.AveragePool2d>
{
    protected override void Lower(Graph.Ops.AveragePool2d op, LoweringContext context) =>
        context.Emit("AveragePool", context.Input)
            .With("kernel_shape", [op.Kernel, op.Kernel])
            .With("strides", [op.Stride, op.Stride])
            .WithPads(op.Padding)
            .With("count_include_pad", op.CountIncludePad ? 1 : 0);
}
