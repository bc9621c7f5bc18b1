using Tao.Graph.Ops;
using static TorchSharp.torch;

namespace Tao.Runtime.Kernels;

internal sealed class Conv2dKernel : Kernel<Conv2d>
{
    protected override Tensor Run(Conv2d op, KernelContext context) =>
        Padded.Convolve(
            context.Input, (Quantizer.Kernel(op, context), context.ParameterOrNull("bias", op.Bias)), op.Stride, op.Padding, op.Dilation, groups: 1);
}
