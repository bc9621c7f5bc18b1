using Tao.Graph.Ops;
using TorchSharp;
using static TorchSharp.torch;

namespace Tao.Runtime.Kernels;

internal sealed class FakeQuantKernel : Kernel<FakeQuant>
{
    protected override Tensor Run(FakeQuant op, KernelContext context)
    {
        var range = context.Parameter(FakeQuant.RangeName);
        if (context.Training && op.Momentum is { } momentum && context.OwnsParameters)
            Follow(range, context.Input, op, momentum);
        if (!op.PerChannel)
            return Quantizer.FakeQuantize(context.Input, range);
        long[] shape = [.. Enumerable.Repeat(1L, (int)context.Input.dim())];
        shape[op.Axis] = -1;
        return Quantizer.FakeQuantize(context.Input, range.view(shape));
    }

    /// <summary>Moves the range towards the batch's largest magnitude.</summary>
    private static void Follow(Tensor range, Tensor input, FakeQuant op, double momentum)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        var magnitudes = input.detach().abs();
        long[] others = [.. Enumerable.Range(0, (int)input.dim()).Where(axis => axis != op.Axis).Select(axis => (long)axis)];
        var largest = op.PerChannel ? magnitudes.amax(others) : magnitudes.max();
        range.copy_((range * momentum) + (largest * (1 - momentum)));
    }
}
