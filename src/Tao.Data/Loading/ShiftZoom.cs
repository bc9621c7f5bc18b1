using Tao.Data.Randomness;
using Tao.Imaging;

namespace Tao.Data.Loading;

/// <summary>
/// Shifts and zooms a picture as Keras' ImageDataGenerator does: target pixel i takes the source at z·(i − c) + c + t, bilinear, with c the
/// centre; beyond the edge the edge's pixel goes on.
/// </summary>
/// <param name="X">Zoom z (above 1 shows more of the source) and shift t in pixels, of the columns.</param>
/// <param name="Y">The same of the rows.</param>
internal readonly record struct ShiftZoom((double Zoom, double Shift) X, (double Zoom, double Shift) Y)
{
    /// <summary>Shifts within ± share of the size, zooms within 1 ± range, each axis by itself.</summary>
    public static ShiftZoom Random(PixelSize size, double shiftRange, double zoomRange, ref CounterRandom random)
    {
        var (shiftY, shiftX) = (random.Uniform(-shiftRange, shiftRange) * size.Height, random.Uniform(-shiftRange, shiftRange) * size.Width);
        var (zoomY, zoomX) = (random.Uniform(1 - zoomRange, 1 + zoomRange), random.Uniform(1 - zoomRange, 1 + zoomRange));
        return new ShiftZoom((zoomX, shiftX), (zoomY, shiftY));
    }

    public void Apply(ImageBuffer source, ImageBuffer target)
    {
        target.Reset(source.Width, source.Height, source.Channels);
        Span<Tap> columns = source.Width <= 1024 ? stackalloc Tap[source.Width] : new Tap[source.Width];
        FillTaps(X, columns);
        ReadOnlySpan<byte> from = source.Pixels;
        var to = target.Pixels;
        var (channels, stride) = (source.Channels, source.Width * source.Channels);
        for (var y = 0; y < source.Height; y++)
        {
            var row = Tap.At(Y, y, source.Height);
            ReadOnlySpan<byte> upper = from.Slice(row.First * stride, stride), lower = from.Slice(row.Second * stride, stride);
            var line = to.Slice(y * stride, stride);
            for (var x = 0; x < columns.Length; x++)
                for (var channel = 0; channel < channels; channel++)
                {
                    var (left, right) = ((columns[x].First * channels) + channel, (columns[x].Second * channels) + channel);
                    var top = upper[left] + ((upper[right] - upper[left]) * columns[x].Share);
                    var bottom = lower[left] + ((lower[right] - lower[left]) * columns[x].Share);
                    line[(x * channels) + channel] = (byte)(top + ((bottom - top) * row.Share) + 0.5f);
                }
        }
    }

    private static void FillTaps((double Zoom, double Shift) axis, Span<Tap> taps)
    {
        for (var i = 0; i < taps.Length; i++)
            taps[i] = Tap.At(axis, i, taps.Length);
    }

    /// <summary>Two neighbouring source pixels and the second one's share.</summary>
    private readonly record struct Tap(int First, int Second, float Share)
    {
        public static Tap At((double Zoom, double Shift) axis, int index, int length)
        {
            var centre = (length - 1) / 2.0;
            var place = Math.Clamp((axis.Zoom * (index - centre)) + centre + axis.Shift, 0, length - 1);
            var first = (int)place;
            return new Tap(first, Math.Min(first + 1, length - 1), (float)(place - first));
        }
    }
}
