namespace Tao.Imaging;

/// <summary>A picture of 8-bit samples: rows from the top, pixels from the left, channels interleaved (HWC), RGB or gray.</summary>
public sealed class Image
{
    /// <exception cref="ArgumentException">The sizes are not positive, channels is neither 1 nor 3, or the array has another length.</exception>
    public Image(int width, int height, int channels, byte[] pixels)
    {
        ArgumentNullException.ThrowIfNull(pixels);
        PixelLayout.Check(width, height, channels);
        var needed = PixelLayout.ByteCount(width, height, channels);
        if (pixels.Length != needed)
            throw new ArgumentException($"{width}x{height}x{channels} needs {needed} bytes, not {pixels.Length}.", nameof(pixels));
        (Width, Height, Channels, Pixels) = (width, height, channels, pixels);
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>1 (gray) or 3 (red, green, blue).</summary>
    public int Channels { get; }

    public byte[] Pixels { get; }

    /// <summary>An RGB picture of one colour, to draw on.</summary>
    public static Image Filled(int width, int height, Rgb colour)
    {
        PixelLayout.Check(width, height, 3);
        var pixels = new byte[PixelLayout.ByteCount(width, height, 3)];
        for (var i = 0; i < pixels.Length; i += 3)
            (pixels[i], pixels[i + 1], pixels[i + 2]) = (colour.Red, colour.Green, colour.Blue);
        return new Image(width, height, 3, pixels);
    }

    internal PixelView View => new(Pixels, Width, Height, Channels);
}
