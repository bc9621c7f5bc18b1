namespace Tao.Imaging;

/// <summary>Borrowed pixels with their shape: what the backends work on.</summary>
internal readonly ref struct PixelView
{
    public PixelView(Span<byte> pixels, int width, int height, int channels)
    {
        if (pixels.Length != PixelLayout.ByteCount(width, height, channels))
            throw new ArgumentException("The pixel span does not fit its shape.", nameof(pixels));
        Pixels = pixels;
        Width = width;
        Height = height;
        Channels = channels;
    }

    public Span<byte> Pixels { get; }

    public int Width { get; }

    public int Height { get; }

    public int Channels { get; }
}
