using Tao.Graph;

namespace Tao.Onnx.Quantization;

/// <summary>See <see cref="U8RewriteOptions.AvoidSaturation"/>.</summary>
internal static class PairSaturation
{
    /// <summary>255 · 128 = 32640 is the last multiple that fits 16 bits.</summary>
    internal const int LargestPair = 128;

    /// <summary>The kernel with coarser scales where two neighbours would overflow; itself when none would.</summary>
    internal static QuantizedKernel Avoid(QuantizedKernel kernel)
    {
        var (values, scales) = ((sbyte[])kernel.Values.Clone(), (float[])kernel.Scales.Clone());
        var order = MultiplicationOrder(kernel.Shape);
        for (var channel = 0; channel < scales.Length; channel++)
        {
            var source = kernel.Values.AsSpan(channel * order.Length, order.Length);
            var target = values.AsSpan(channel * order.Length, order.Length);
            // Rounding can push a pair over the limit again by one step, so the new scale is checked too.
            for (var pair = LargestPairOf(target, order); pair > LargestPair; pair = LargestPairOf(target, order))
            {
                scales[channel] *= (float)pair / LargestPair;
                Requantize(source, kernel.Scales[channel] / scales[channel], target);
            }
        }
        return kernel with { Values = values, Scales = scales };
    }

    internal static int LargestPairOf(ReadOnlySpan<sbyte> values, ReadOnlySpan<int> order)
    {
        var largest = 0;
        for (var index = 0; index + 1 < order.Length; index += 2)
            largest = Math.Max(largest, Math.Abs(values[order[index]] + values[order[index + 1]]));
        return largest;
    }

    /// <summary>
    /// ONNX Runtime multiplies channels innermost (NHWC), whatever the file's layout: row, column, channel. The pairs are (0, 1), (2, 3), …
    /// of that order.
    /// </summary>
    internal static int[] MultiplicationOrder(TensorShape kernel)
    {
        var channels = (int)kernel[1];
        var positions = (int)(kernel.ElementCount / kernel[0] / channels);
        var order = new int[positions * channels];
        for (var index = 0; index < order.Length; index++)
            order[index] = (index % channels * positions) + (index / channels);
        return order;
    }

    private static void Requantize(ReadOnlySpan<sbyte> source, float factor, Span<sbyte> target)
    {
        for (var index = 0; index < source.Length; index++)
            target[index] = (sbyte)MathF.Round(source[index] * factor, MidpointRounding.ToEven);
    }
}
