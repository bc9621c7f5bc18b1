using Tao.Graph.Ops;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Tao.Runtime.Kernels;

internal sealed class MaxPool2dKernel : Kernel<MaxPool2d>
{
    protected override Tensor Run(MaxPool2d op, KernelContext context)
    {
        var (padded, symmetric) = Padded.Prepare(context.Input, op.Padding, double.NegativeInfinity);
        var output = F.max_pool2d(padded, [op.Kernel, op.Kernel], [op.Stride, op.Stride], symmetric, [1, 1], op.CeilMode);
        Padded.Release(padded, context.Input);
        return output;
    }
}
