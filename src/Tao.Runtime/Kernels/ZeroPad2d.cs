using Tao.Graph.Ops;
using static TorchSharp.torch;

namespace Tao.Runtime.Kernels;

internal sealed class ZeroPad2dKernel : Kernel<ZeroPad2d>
{
    protected override Tensor Run(ZeroPad2d op, KernelContext context) => Padded.Pad(context.Input, op.Padding, 0);
}
