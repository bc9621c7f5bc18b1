namespace Tao.Onnx.Lowerings;

internal sealed class Conv2d : Lowering<Graph.Ops.Conv2d>
{
    protected override void Lower(Graph.Ops.Conv2d op, LoweringContext context) =>
        context.Emit("Conv", context.WithKernel(op))
            .With("kernel_shape", [op.KernelHeight, op.KernelWidth])
            .With("strides", [op.Stride, op.Stride])
            .WithPads(op.Padding)
            .With("dilations", [op.Dilation, op.Dilation]);
}
