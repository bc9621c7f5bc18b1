namespace Tao.Imaging;

/// <summary>A reusable picture: it keeps its memory from one decode to the next, so that a loader makes no garbage. Not thread-safe.</summary>
public sealed class ImageBuffer
{
    private byte[] _bytes = [];

    public int Width { get; private set; }

    public int Height { get; private set; }

    /// <summary>1 (gray) or 3 (RGB).</summary>
    public int Channels { get; private set; }

    /// <summary>The pixels, HWC row-major; valid until the next <see cref="Reset"/>.</summary>
    public Span<byte> Pixels => _bytes.AsSpan(0, Width * Height * Channels);

    /// <summary>Takes on a new shape; the pixels are undefined until written.</summary>
    public void Reset(int width, int height, int channels)
    {
        PixelLayout.Check(width, height, channels);
        var count = (int)PixelLayout.ByteCount(width, height, channels);
        if (_bytes.Length < count)
            _bytes = GC.AllocateUninitializedArray<byte>(count);
        (Width, Height, Channels) = (width, height, channels);
    }

    public void CopyFrom(Image image)
    {
        ArgumentNullException.ThrowIfNull(image);
        Reset(image.Width, image.Height, image.Channels);
        image.Pixels.CopyTo(Pixels);
    }

    public Image ToImage() => new(Width, Height, Channels, Pixels.ToArray());

    internal PixelView View => new(Pixels, Width, Height, Channels);
}
