using Tao.Graph;

namespace Tao.Onnx.Quantization;

/// <summary>
/// Symmetric 8-bit kernels, one scale per output channel: scale(c) = max|w(c)| / 127, as <c>IKernelOp.QuantizedKernel</c> defines it.
/// </summary>
internal static class KernelQuantizer
{
    internal const int Limit = 127;

    internal static QuantizedKernel Quantize(WeightTensor kernel)
    {
        var channels = (int)kernel.Shape[0];
        var data = kernel.Data.Span;
        var size = data.Length / channels;
        var (values, scales) = (new sbyte[data.Length], new float[channels]);
        for (var channel = 0; channel < channels; channel++)
        {
            var source = data.Slice(channel * size, size);
            scales[channel] = SymmetricScale.For(LargestMagnitude(source));
            Round(source, scales[channel], values.AsSpan(channel * size, size));
        }
        return new QuantizedKernel(kernel.Shape, values, scales);
    }

    private static void Round(ReadOnlySpan<float> source, float scale, Span<sbyte> target)
    {
        for (var index = 0; index < source.Length; index++)
            target[index] = (sbyte)Math.Clamp(MathF.Round(source[index] / scale, MidpointRounding.ToEven), -Limit, Limit);
    }

    private static float LargestMagnitude(ReadOnlySpan<float> values)
    {
        var largest = 0f;
        foreach (var value in values)
            largest = MathF.Max(largest, MathF.Abs(value));
        return largest;
    }
}
