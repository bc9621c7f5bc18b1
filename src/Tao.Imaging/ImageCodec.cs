using Tao.Imaging.Backends;
using Tao.Imaging.Formats;

namespace Tao.Imaging;

/// <summary>Reads JPEG, PNG, BMP, PPM and TIFF from memory, and writes JPEG and PNG. The content decides the format, never a file name.</summary>
public static class ImageCodec
{
    /// <summary>Reads the header only.</summary>
    /// <exception cref="ImageException">The data are empty, no image, cut off within the header, or of an unsupported kind.</exception>
    public static ImageInfo Probe(ReadOnlySpan<byte> data) => FormatCatalog.Find(data).ReadHeader(data);

    /// <summary>Decodes a whole file; incomplete or damaged files are refused, never half decoded.</summary>
    /// <exception cref="ImageException">The data are bad; see <see cref="ImageFault"/>.</exception>
    public static Image Decode(ReadOnlySpan<byte> data, DecodeOptions options)
    {
        var buffer = new ImageBuffer();
        Decode(data, options, buffer);
        return buffer.ToImage();
    }

    /// <summary>As <see cref="Decode(ReadOnlySpan{byte}, DecodeOptions)"/>, into memory that is used again.</summary>
    public static void Decode(ReadOnlySpan<byte> data, DecodeOptions options, ImageBuffer target)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(target);
        var format = FormatCatalog.Find(data);
        var info = format.ReadHeader(data);
        CheckSize(info);
        if (info.Format == ImageFormat.Jpeg)
            DecodeJpeg(data, info, options, target);
        else
        {
            target.Reset(info.Width, info.Height, options.Channels);
            ImagingBackend.Current.Decode(format.PrepareForDecoder(data), target.View);
        }
        if (options.ApplyOrientation)
            OrientationTransform.Apply(target, info.Orientation);
    }

    /// <summary>Encodes losslessly.</summary>
    public static byte[] EncodePng(Image image)
    {
        ArgumentNullException.ThrowIfNull(image);
        return ImagingBackend.Current.EncodePng(image.View);
    }

    /// <param name="image">The picture.</param>
    /// <param name="quality">1 to 100, libjpeg's scale.</param>
    public static byte[] EncodeJpeg(Image image, int quality = 90)
    {
        ArgumentNullException.ThrowIfNull(image);
        return ImagingBackend.Current.EncodeJpeg(image.View, quality);
    }

    private static void DecodeJpeg(ReadOnlySpan<byte> data, ImageInfo info, DecodeOptions options, ImageBuffer target)
    {
        var eighths = ScaleEighths(info, options);
        target.Reset(Scaled(info.Width, eighths), Scaled(info.Height, eighths), options.Channels);
        ImagingBackend.Current.DecodeJpeg(data, eighths, target.View);
    }

    // Only the powers of two: libjpeg-turbo has SIMD transforms for these, the scales between are slower than full size.
    private static int ScaleEighths(ImageInfo info, DecodeOptions options)
    {
        if (options.MinWidth <= 0 || options.MinHeight <= 0)
            return 8;
        var turned = options.ApplyOrientation && info.Orientation >= 5;
        var (minWidth, minHeight) = turned ? (options.MinHeight, options.MinWidth) : (options.MinWidth, options.MinHeight);
        var eighths = 1;
        while (eighths < 8 && (Scaled(info.Width, eighths) < minWidth || Scaled(info.Height, eighths) < minHeight))
            eighths *= 2;
        return eighths;
    }

    private static int Scaled(int side, int eighths) => (int)(((long)side * eighths + 7) / 8);

    // 2^29 pixels: three bytes each still fit one array, and a header that promises more is a mistake or an attack.
    private static void CheckSize(ImageInfo info)
    {
        if ((long)info.Width * info.Height > 1 << 29)
            throw new ImageException(ImageFault.Unsupported, $"{info.Width}x{info.Height} pixels are more than the 2^29 that are read.");
    }
}
