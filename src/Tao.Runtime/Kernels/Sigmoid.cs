using Tao.Graph.Ops;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Tao.Runtime.Kernels;

internal sealed class SigmoidKernel : Kernel<Sigmoid>
{
    protected override Tensor Run(Sigmoid op, KernelContext context) =>
        context.Input.sigmoid();
}
