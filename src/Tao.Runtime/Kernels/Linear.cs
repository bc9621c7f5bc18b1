using Tao.Graph.Ops;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Tao.Runtime.Kernels;

internal sealed class LinearKernel : Kernel<Linear>
{
    protected override Tensor Run(Linear op, KernelContext context) =>
        F.linear(context.Input, Quantizer.Kernel(op, context), context.ParameterOrNull("bias", op.Bias));
}
