namespace Tao.Imaging.Preparation;

/// <summary>Turns bytes into a network's input by a table of 256 floats for each channel.</summary>
public sealed class PixelNormalizer
{
    private readonly float[][] _tables;
    private readonly int[] _sources;

    public PixelNormalizer(ChannelTransform transform)
    {
        ArgumentNullException.ThrowIfNull(transform);
        _sources = transform.Order switch { ChannelOrder.Bgr => [2, 1, 0], ChannelOrder.Gray => [0], _ => [0, 1, 2] };
        _tables = [.. transform.Scale.Zip(transform.Offset, (scale, offset) => Enumerable.Range(0, 256).Select(x => x * scale + offset).ToArray())];
    }

    /// <summary>Writes HWC floats; mirrored when asked.</summary>
    public void Write(ReadOnlySpan<byte> pixels, int width, bool mirror, Span<float> target)
    {
        var channels = _sources.Length;
        var row = width * channels;
        for (var start = 0; start < pixels.Length; start += row)
        {
            var from = pixels.Slice(start, row);
            var to = target.Slice(start, row);
            if (channels == 3)
                WriteColourRow(from, mirror, to);
            else
                WriteGrayRow(from, mirror, to);
        }
    }

    private void WriteColourRow(ReadOnlySpan<byte> from, bool mirror, Span<float> to)
    {
        ReadOnlySpan<float> first = _tables[0], second = _tables[1], third = _tables[2];
        var (a, b, c) = (_sources[0], _sources[1], _sources[2]);
        var (x, step) = mirror ? (from.Length - 3, -3) : (0, 3);
        for (var i = 0; i < to.Length; i += 3, x += step)
        {
            to[i] = first[from[x + a]];
            to[i + 1] = second[from[x + b]];
            to[i + 2] = third[from[x + c]];
        }
    }

    private void WriteGrayRow(ReadOnlySpan<byte> from, bool mirror, Span<float> to)
    {
        ReadOnlySpan<float> table = _tables[0];
        for (var x = 0; x < to.Length; x++)
            to[x] = table[from[mirror ? from.Length - 1 - x : x]];
    }
}
