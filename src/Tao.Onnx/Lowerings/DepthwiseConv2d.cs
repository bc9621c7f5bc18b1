namespace Tao.Onnx.Lowerings;

internal sealed class DepthwiseConv2d : Lowering<Graph.Ops.DepthwiseConv2d>
{
    protected override void Lower(Graph.Ops.DepthwiseConv2d op, LoweringContext context) =>
        context.Emit("Conv", context.WithKernel(op))
            .With("kernel_shape", [op.KernelHeight, op.KernelWidth])
            .With("strides", [op.Stride, op.Stride])
            .WithPads(op.Padding)
            .With("group", context.InputTypes[0].Shape.Channels);
}
