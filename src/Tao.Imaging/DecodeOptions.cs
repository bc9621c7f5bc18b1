namespace Tao.Imaging;

/// <summary>How a file becomes an <see cref="Image"/>.</summary>
public sealed record DecodeOptions
{
    /// <summary>RGB, upright, at full size.</summary>
    public static DecodeOptions Default { get; } = new();

    /// <summary>3 for RGB, 1 for gray (ITU-R BT.601 luma). Alpha is dropped, not blended; palettes are resolved.</summary>
    public int Channels { get; init; } = 3;

    /// <summary>When both minima are set, a JPEG may be decoded at 1/2, 1/4 or 1/8 as long as the result is at least this large.</summary>
    public int MinWidth { get; init; }

    /// <inheritdoc cref="MinWidth"/>
    public int MinHeight { get; init; }

    /// <summary>Whether the EXIF (or TIFF) orientation is applied, so that the picture stands upright.</summary>
    public bool ApplyOrientation { get; init; } = true;
}
