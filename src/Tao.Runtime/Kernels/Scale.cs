using Tao.Graph.Ops;
using TorchSharp;
using static TorchSharp.torch;

namespace Tao.Runtime.Kernels;

internal sealed class ScaleKernel : Kernel<Scale>
{
    protected override Tensor Run(Scale op, KernelContext context)
    {
        using var scope = NewDisposeScope();
        long[] shape = [.. Enumerable.Repeat(1L, (int)context.Input.dim())];
        shape[1] = -1;
        var factor = tensor([.. op.Factor]).view(shape).to(context.Input.device);
        var offset = tensor([.. op.Offset]).view(shape).to(context.Input.device);
        return ((context.Input * factor) + offset).MoveToOuterDisposeScope();
    }
}
