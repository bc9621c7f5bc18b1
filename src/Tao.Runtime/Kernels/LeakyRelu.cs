using Tao.Graph.Ops;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Tao.Runtime.Kernels;

internal sealed class LeakyReluKernel : Kernel<LeakyRelu>
{
    protected override Tensor Run(LeakyRelu op, KernelContext context) =>
        F.leaky_relu(context.Input, op.Slope, context.MayOverwriteInput);
}
