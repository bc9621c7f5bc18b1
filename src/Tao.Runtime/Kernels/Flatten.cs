using Tao.Graph.Ops;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Tao.Runtime.Kernels;

internal sealed class FlattenKernel : Kernel<Flatten>
{
    protected override Tensor Run(Flatten op, KernelContext context) =>
        context.Input.flatten(1);
}
