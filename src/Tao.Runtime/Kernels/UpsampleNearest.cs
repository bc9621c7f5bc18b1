using Tao.Graph.Ops;
using TorchSharp;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Tao.Runtime.Kernels;

internal sealed class UpsampleNearestKernel : Kernel<UpsampleNearest>
{
    protected override Tensor Run(UpsampleNearest op, KernelContext context) =>
        F.interpolate(context.Input, scale_factor: [op.Factor, op.Factor], mode: InterpolationMode.Nearest);
}
