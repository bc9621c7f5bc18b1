using Tao.Graph.Ops;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Tao.Runtime.Kernels;

internal sealed class Relu6Kernel : Kernel<Relu6>
{
    protected override Tensor Run(Relu6 op, KernelContext context) =>
        F.relu6(context.Input, context.MayOverwriteInput);
}
