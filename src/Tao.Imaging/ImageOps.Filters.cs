using Tao.Imaging.Backends;

namespace Tao.Imaging;

public static partial class ImageOps
{
    /// <summary>Shows, at each pixel of a new picture, what lies at another place of the source: bilinear, black outside.</summary>
    /// <param name="map">Two rows of three numbers: a pixel's centre on the new picture, (x, y, 1) counted from the first pixel's centre, to its place on the source.</param>
    public static Image Warp(Image source, int width, int height, ReadOnlySpan<double> map)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentOutOfRangeException.ThrowIfNotEqual(map.Length, 6);
        var target = new Image(width, height, source.Channels, new byte[PixelLayout.ByteCount(width, height, source.Channels)]);
        ImagingBackend.Current.Warp(source.View, target.View, map);
        return target;
    }

    /// <summary>Replaces each pixel's channels by sums of them; results are rounded and cut to 0 to 255.</summary>
    /// <param name="matrix">A row of factors for each channel, with a last number to add: 3 × 4, or 1 × 2 for gray.</param>
    public static void TransformColors(Image image, ReadOnlySpan<double> matrix)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentOutOfRangeException.ThrowIfNotEqual(matrix.Length, image.Channels * (image.Channels + 1));
        ImagingBackend.Current.TransformColors(image.View, matrix);
    }

    /// <summary>Spreads each pixel by a Gaussian; what lies outside counts as black.</summary>
    /// <param name="radius">Half width of the kernel in pixels, 0 to 127.</param>
    /// <param name="deviation">Standard deviation in pixels, more than 0.</param>
    public static void Blur(Image image, int radius, double deviation)
    {
        ArgumentNullException.ThrowIfNull(image);
        ImagingBackend.Current.Blur(image.View, radius, deviation);
    }
}
