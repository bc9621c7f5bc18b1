namespace Tao.Graph.Ops;

/// <summary>An op that multiplies by a kernel named <c>weight</c>, whose axis 0 is the output channel, and may add a <c>bias</c>.</summary>
public interface IKernelOp
{
    bool Bias { get; }

    /// <summary>
    /// The kernel is rounded before use: per output channel c, scale(c) = max|w(c)| / 127 and w → round(w / scale) · scale, halves to even
    /// (a channel of zeros stays zero). The scale is a function of the kernel, so it is no parameter: post-training quantisation and
    /// quantisation-aware training (where it follows the kernel, with a straight-through gradient) are the same graph. Scaling a channel
    /// scales its grid, so folding a batch norm into a rounded kernel is exact.
    /// </summary>
    bool QuantizedKernel { get; }

    OpDefinition WithBias();

    OpDefinition WithQuantizedKernel(bool quantized = true);
}
