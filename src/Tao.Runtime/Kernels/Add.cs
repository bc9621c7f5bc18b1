using Tao.Graph.Ops;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Tao.Runtime.Kernels;

internal sealed class AddKernel : Kernel<Add>
{
    protected override Tensor Run(Add op, KernelContext context) =>
        context.Inputs[0] + context.Inputs[1];
}
