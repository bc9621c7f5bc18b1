using Tao.Graph.Ops;
using static TorchSharp.torch;

namespace Tao.Runtime.Kernels;

internal sealed class ChannelSliceKernel : Kernel<ChannelSlice>
{
    protected override Tensor Run(ChannelSlice op, KernelContext context) => context.Input.narrow(1, op.Start, op.Count);
}
