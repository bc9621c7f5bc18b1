using Tao.Graph.Ops;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Tao.Runtime.Kernels;

internal sealed class TanhKernel : Kernel<Tanh>
{
    protected override Tensor Run(Tanh op, KernelContext context) =>
        context.Input.tanh();
}
