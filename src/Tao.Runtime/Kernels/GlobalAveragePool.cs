using Tao.Graph.Ops;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Tao.Runtime.Kernels;

internal sealed class GlobalAveragePoolKernel : Kernel<GlobalAveragePool>
{
    protected override Tensor Run(GlobalAveragePool op, KernelContext context) =>
        F.adaptive_avg_pool2d(context.Input, [1, 1]);
}
