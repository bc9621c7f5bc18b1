using Tao.Graph.Ops;
using TorchSharp;
using static TorchSharp.torch;

namespace Tao.Runtime.Kernels;

/// <summary>
/// Symmetric signed 8-bit rounding, x → clamp(round(x / s), −128, 127) · s, halves to even. The gradient passes unchanged
/// (straight-through estimator, Bengio et al. 2013, arXiv:1308.3432).
/// </summary>
internal static class Quantizer
{
    private const double Steps = 127;

    /// <summary>A range of zero would divide by zero; a channel of zeros stays zero under any scale.</summary>
    private const double SmallestScale = 1e-12;

    public static Tensor FakeQuantize(Tensor x, Tensor range)
    {
        using var scope = NewDisposeScope();
        Tensor rounded;
        using (no_grad())
        {
            var scale = (range / Steps).clamp_min(SmallestScale);
            rounded = (x.detach() / scale).round().clamp(-128, 127) * scale;
            if (!x.requires_grad)
                return rounded.MoveToOuterDisposeScope();
            rounded = rounded - x.detach();
        }
        return (x + rounded).MoveToOuterDisposeScope();
    }

    /// <summary>The op's kernel, rounded per output channel (axis 0) when the op says so.</summary>
    public static Tensor Kernel<TOp>(TOp op, KernelContext context)
        where TOp : IKernelOp
    {
        var weight = context.Parameter("weight");
        if (!op.QuantizedKernel)
            return weight;
        using var scope = NewDisposeScope();
        long[] axes = [.. Enumerable.Range(1, (int)weight.dim() - 1).Select(axis => (long)axis)];
        var range = weight.detach().abs().amax(axes, true);
        return FakeQuantize(weight, range).MoveToOuterDisposeScope();
    }
}
