using Tao.Graph.Ops;
using TorchSharp;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Tao.Runtime.Kernels;

internal sealed class StochasticDepthKernel : Kernel<StochasticDepth>
{
    protected override Tensor Run(StochasticDepth op, KernelContext context)
    {
        var input = context.Input;
        if (!context.Training || op.Rate == 0)
            return input.alias();
        long[] perSample = [.. input.shape.Select((size, axis) => axis == 0 ? size : 1)];
        using var kept = F.dropout(ones(perSample, dtype: input.dtype, device: input.device), op.Rate, true);
        return input * kept;
    }
}
