using Tao.Graph.Ops;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Tao.Runtime.Kernels;

internal sealed class MishKernel : Kernel<Mish>
{
    protected override Tensor Run(Mish op, KernelContext context) =>
        F.Mish(context.Input);
}
