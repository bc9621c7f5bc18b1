using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Tao.Imaging;

/// <summary>
/// Separable resizing whose filter widens with the shrinking factor (as PIL's resize, which Keras and so TAO use; OpenCV's
/// bilinear and bicubic do not widen and alias). Columns first: that step is contiguous, and leaves only the target's rows.
/// </summary>
internal static class Resampler
{
    [ThreadStatic]
    private static float[]? t_row;

    public static void Resize(PixelView source, PixelSize full, PixelRectangle window, Interpolation interpolation, PixelView target)
    {
        var horizontal = FilterTaps.Create(source.Width, full.Width, window.X, window.Width, interpolation);
        var vertical = FilterTaps.Create(source.Height, full.Height, window.Y, window.Height, interpolation);
        var stride = source.Width * source.Channels;
        // Only the columns that the window reaches; four floats of room so that a pixel can be loaded as one vector.
        var first = horizontal.First * source.Channels;
        var count = horizontal.End * source.Channels - first;
        if (t_row is null || t_row.Length < stride + Vector256<byte>.Count)
            t_row = new float[stride + Vector256<byte>.Count];
        var row = t_row;
        for (var y = 0; y < window.Height; y++)
        {
            var weights = vertical.Weights(y);
            var lines = source.Pixels.Slice(vertical.Start(y) * stride + first, (weights.Length - 1) * stride + count);
            BlendRows(lines, stride, weights, row.AsSpan(first, count));
            var line = target.Pixels.Slice(y * window.Width * target.Channels, window.Width * target.Channels);
            if (target.Channels == 3)
                BlendColumnsRgb(row, horizontal, line);
            else
                BlendColumnsGray(row, horizontal, line);
        }
    }

    private static void BlendRows(ReadOnlySpan<byte> source, int stride, ReadOnlySpan<float> weights, Span<float> row)
    {
        ref var origin = ref MemoryMarshal.GetReference(source);
        ref var destination = ref MemoryMarshal.GetReference(row);
        var x = 0;
        for (; x + Vector128<byte>.Count <= row.Length; x += Vector128<byte>.Count)
        {
            Vector256<float> low = default, high = default;
            for (var k = 0; k < weights.Length; k++)
            {
                var bytes = Vector128.LoadUnsafe(ref origin, (nuint)(k * stride + x));
                var shorts = Vector256.Create(Vector128.WidenLower(bytes), Vector128.WidenUpper(bytes));
                var weight = Vector256.Create(weights[k]);
                low += weight * Vector256.ConvertToSingle(Vector256.WidenLower(shorts).AsInt32());
                high += weight * Vector256.ConvertToSingle(Vector256.WidenUpper(shorts).AsInt32());
            }
            low.StoreUnsafe(ref destination, (nuint)x);
            high.StoreUnsafe(ref destination, (nuint)(x + Vector256<float>.Count));
        }
        for (; x < row.Length; x++)
        {
            var sum = 0f;
            for (var k = 0; k < weights.Length; k++)
                sum += weights[k] * source[k * stride + x];
            row[x] = sum;
        }
    }

    private static void BlendColumnsRgb(ReadOnlySpan<float> row, FilterTaps taps, Span<byte> line)
    {
        for (var x = 0; x < line.Length / 3; x++)
        {
            var weights = taps.Weights(x);
            // Four lanes hold one pixel and a stray sample of the next, which is not stored.
            ref var pixel = ref MemoryMarshal.GetReference(row[(taps.Start(x) * 3)..]);
            var sum = Vector128.Create(0.5f);
            for (var k = 0; k < weights.Length; k++)
                sum += Vector128.Create(weights[k]) * Vector128.LoadUnsafe(ref pixel, (nuint)(k * 3));
            var clamped = Vector128.Min(Vector128.Max(sum, Vector128<float>.Zero), Vector128.Create(255f));
            var levels = Vector128.ConvertToInt32(clamped);
            line[x * 3] = (byte)levels[0];
            line[x * 3 + 1] = (byte)levels[1];
            line[x * 3 + 2] = (byte)levels[2];
        }
    }

    private static void BlendColumnsGray(ReadOnlySpan<float> row, FilterTaps taps, Span<byte> line)
    {
        for (var x = 0; x < line.Length; x++)
        {
            var weights = taps.Weights(x);
            var samples = row[taps.Start(x)..];
            var sum = 0.5f;
            for (var k = 0; k < weights.Length; k++)
                sum += weights[k] * samples[k];
            line[x] = (byte)Math.Clamp(sum, 0f, 255f);
        }
    }
}
