using Tao.Graph.Ops;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Tao.Runtime.Kernels;

internal sealed class DropoutKernel : Kernel<Dropout>
{
    protected override Tensor Run(Dropout op, KernelContext context) =>
        context.Training ? F.dropout(context.Input, op.Rate, true) : context.Input.alias();
}
