using Tao.Graph.Ops;
using TorchSharp;
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
        if (ReferenceEquals(padded, context.Input))
            return output;
        padded.Dispose();
        return op.CountIncludePad ? output : DividedByCoverage(output, op, context.Input);
    }

    /// <summary>Zeros that were added before torch's pooling count in its mean; the share of each window inside the image takes them out again.</summary>
    private static Tensor DividedByCoverage(Tensor mean, AveragePool2d op, Tensor image)
    {
        using var scope = NewDisposeScope();
        var inside = Padded.Pad(ones([1, 1, image.shape[2], image.shape[3]], image.dtype, image.device), op.Padding, 0);
        var coverage = F.avg_pool2d(inside, [op.Kernel, op.Kernel], [op.Stride, op.Stride], [0, 0]);
        var output = (mean / coverage).MoveToOuterDisposeScope();
        mean.Dispose();
        return output;
    }
}
