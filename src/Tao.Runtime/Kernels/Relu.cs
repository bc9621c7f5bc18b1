using Tao.Graph.Ops;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Tao.Runtime.Kernels;

internal sealed class ReluKernel : Kernel<Relu>
{
    protected override Tensor Run(Relu op, KernelContext context) =>
        F.relu(context.Input, context.MayOverwriteInput);
}
