using Tao.Graph.Ops;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Tao.Runtime.Kernels;

internal sealed class ConvTranspose2dKernel : Kernel<ConvTranspose2d>
{
    protected override Tensor Run(ConvTranspose2d op, KernelContext context)
    {
        using var weight = context.Parameter("weight").transpose(0, 1);
        return F.conv_transpose2d(context.Input, weight, strides: [op.Stride, op.Stride]);
    }
}
