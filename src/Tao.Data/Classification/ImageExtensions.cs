using Tao.Imaging;

namespace Tao.Data.Classification;

/// <summary>The file names Keras' flow_from_directory takes for images, and what content they promise.</summary>
internal static class ImageExtensions
{
    public const string List = "png, jpg, jpeg, bmp, ppm, tif, tiff";

    public static ImageFormat? Promised(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".png" => ImageFormat.Png,
        ".jpg" or ".jpeg" => ImageFormat.Jpeg,
        ".bmp" => ImageFormat.Bmp,
        ".ppm" => ImageFormat.Ppm,
        ".tif" or ".tiff" => ImageFormat.Tiff,
        _ => null,
    };
}
