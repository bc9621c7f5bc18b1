using Tao.Graph.Ops;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Tao.Runtime.Kernels;

internal sealed class AveragePool2dKernel : Kernel<AveragePool2d>
{
    protected override Tensor Run(AveragePool2d op, KernelContext context)
    {
        var (padded, symmetric) = Padded.Prepare(context.Input, op.Padding);
        var output = F.avg_pool2d(
            padded, [op.Kernel, op.Kernel], [op.Stride, op.Stride], symmetric, ceil_mode: false, count_include_pad: op.CountIncludePad);
        Padded.Release(padded, context.Input);
        return output;
    }
}
