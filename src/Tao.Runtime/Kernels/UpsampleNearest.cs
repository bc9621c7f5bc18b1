using Tao.Graph.Ops;
using TorchSharp;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Tao.Runtime.Kernels;

internal sealed class UpsampleNearestKernel : Kernel<UpsampleNearest>
{
    protected override Tensor Run(UpsampleNearest op, KernelContext context)
    {
        var whole = F.interpolate(context.Input, scale_factor: [op.Factor, op.Factor], mode: InterpolationMode.Nearest);
        if (!op.Cuts)
            return whole;
        using (whole)
        using (var rows = whole.narrow(2, 0, whole.size(2) - op.CutRows))
            return rows.narrow(3, 0, rows.size(3) - op.CutColumns);
    }
}
