using Tao.Graph.Ops;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Tao.Runtime.Kernels;

internal sealed class SiluKernel : Kernel<Silu>
{
    protected override Tensor Run(Silu op, KernelContext context) =>
        F.SiLU(context.Input);
}
