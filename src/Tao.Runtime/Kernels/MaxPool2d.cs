using Tao.Graph;
using Tao.Graph.Ops;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;
using Padding = Tao.Graph.Padding;

namespace Tao.Runtime.Kernels;

internal sealed class MaxPool2dKernel : Kernel<MaxPool2d>
{
    protected override Tensor Run(MaxPool2d op, KernelContext context)
    {
        var writtenOut = op.CeilMode && !Padded.IsSymmetric(op.Padding);
        var (padded, symmetric) = Padded.Prepare(
            context.Input, writtenOut ? WriteOut(op, context.Input) : op.Padding, double.NegativeInfinity);
        var output = F.max_pool2d(padded, [op.Kernel, op.Kernel], [op.Stride, op.Stride], symmetric, [1, 1], op.CeilMode && !writtenOut);
        Padded.Release(padded, context.Input);
        return output;
    }

    /// <summary>
    /// The padding with which the windows end exactly where the rounded-up size says. Torch cannot tell padding that was added before it from
    /// the image, so it would keep a last window that starts there.
    /// </summary>
    private static Padding WriteOut(MaxPool2d op, Tensor input)
    {
        var output = op.InferType([TensorType.Float(input.shape)]).Shape;
        return op.Padding with
        {
            Bottom = End(input.shape[2], output[2], op.Padding.Top),
            Right = End(input.shape[3], output[3], op.Padding.Left),
        };

        int End(long size, long windows, int before) => (int)Math.Max(0, ((windows - 1) * op.Stride) + op.Kernel - size - before);
    }
}
