using Tao.Graph.Ops;
using static TorchSharp.torch;

namespace Tao.Runtime.Kernels;

internal sealed class DepthwiseConv2dKernel : Kernel<DepthwiseConv2d>
{
    protected override Tensor Run(DepthwiseConv2d op, KernelContext context) =>
        Padded.Convolve(
            context.Input, (Quantizer.Kernel(op, context), context.ParameterOrNull("bias", op.Bias)), op.Stride, op.Padding, dilation: 1, context.Input.size(1));
}
