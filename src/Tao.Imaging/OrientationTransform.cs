namespace Tao.Imaging;

/// <summary>Turns a picture upright (EXIF 2.32, tag 0x0112 Orientation).</summary>
internal static class OrientationTransform
{
    public static void Apply(ImageBuffer image, int orientation)
    {
        if (orientation is < 2 or > 8)
            return;
        var (width, height, channels) = (image.Width, image.Height, image.Channels);
        var source = image.Pixels.ToArray();
        var turned = orientation >= 5;
        image.Reset(turned ? height : width, turned ? width : height, channels);
        var target = image.Pixels;
        var next = 0;
        for (var y = 0; y < image.Height; y++)
            for (var x = 0; x < image.Width; x++)
            {
                var (fromX, fromY) = Source(orientation, x, y, width, height);
                var from = (fromY * width + fromX) * channels;
                for (var c = 0; c < channels; c++)
                    target[next++] = source[from + c];
            }
    }

    /// <summary>Which stored pixel is shown at (x, y); width and height are the stored ones.</summary>
    private static (int X, int Y) Source(int orientation, int x, int y, int width, int height) => orientation switch
    {
        2 => (width - 1 - x, y),
        3 => (width - 1 - x, height - 1 - y),
        4 => (x, height - 1 - y),
        5 => (y, x),
        6 => (y, height - 1 - x),
        7 => (width - 1 - y, height - 1 - x),
        8 => (width - 1 - y, x),
        _ => (x, y),
    };
}
