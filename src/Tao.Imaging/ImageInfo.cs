namespace Tao.Imaging;

/// <summary>What the header of an image file says.</summary>
/// <param name="Width">Stored width, before <paramref name="Orientation"/> is applied.</param>
/// <param name="Height">Stored height, before <paramref name="Orientation"/> is applied.</param>
/// <param name="Channels">Stored channels: 4 for CMYK or RGBA, 2 for gray with alpha, 3 for a palette.</param>
/// <param name="BitDepth">Bits per sample.</param>
/// <param name="Format">The format of the content, whatever the file is called.</param>
/// <param name="Orientation">EXIF orientation 1 (upright) to 8.</param>
public sealed record ImageInfo(int Width, int Height, int Channels, int BitDepth, ImageFormat Format, int Orientation)
{
    /// <summary>The size as displayed: orientations 5 to 8 turn the picture by a quarter.</summary>
    public PixelSize DisplaySize => Orientation >= 5 ? new PixelSize(Height, Width) : new PixelSize(Width, Height);
}
