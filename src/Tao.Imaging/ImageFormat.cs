namespace Tao.Imaging;

/// <summary>The file formats that are read.</summary>
public enum ImageFormat
{
    Jpeg,
    Png,
    Bmp,

    /// <summary>The netpbm family: PBM, PGM, PPM.</summary>
    Ppm,
    Tiff,
}
