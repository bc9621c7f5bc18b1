using Tao.Graph.Ops;
using static TorchSharp.torch;

namespace Tao.Runtime.Kernels;

internal sealed class FakeQuantKernel : Kernel<FakeQuant>
{
    protected override Tensor Run(FakeQuant op, KernelContext context)
    {
        var range = context.Parameter(FakeQuant.RangeName);
        if (!op.PerChannel)
            return Quantizer.FakeQuantize(context.Input, range);
        long[] shape = [.. Enumerable.Repeat(1L, (int)context.Input.dim())];
        shape[op.Axis] = -1;
        return Quantizer.FakeQuantize(context.Input, range.view(shape));
    }
}
