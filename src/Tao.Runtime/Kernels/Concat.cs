using Tao.Graph.Ops;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Tao.Runtime.Kernels;

internal sealed class ConcatKernel : Kernel<Concat>
{
    protected override Tensor Run(Concat op, KernelContext context) =>
        cat(context.Inputs.ToArray(), 1);
}
