namespace Tao.Imaging;

internal static class PixelLayout
{
    public static long ByteCount(int width, int height, int channels) => (long)width * height * channels;

    public static void Check(int width, int height, int channels)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        if (channels is not (1 or 3))
            throw new ArgumentOutOfRangeException(nameof(channels), channels, "An image has 1 or 3 channels.");
        if (ByteCount(width, height, channels) > Array.MaxLength)
            throw new ArgumentOutOfRangeException(nameof(width), width, "The image is too large for one array.");
    }
}
