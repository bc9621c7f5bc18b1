namespace Tao.Imaging.Tests;

internal static class Pictures
{
    public static readonly Rgb Red = new(220, 20, 20);
    public static readonly Rgb Green = new(20, 200, 20);
    public static readonly Rgb Blue = new(20, 20, 220);
    public static readonly Rgb Yellow = new(230, 220, 20);

    /// <summary>32x16: red and green above, blue and yellow below, so that every turn and mirror looks different.</summary>
    public static Image Quadrants()
    {
        var image = Image.Filled(32, 16, Red);
        ImageOps.FillRectangle(image, new PixelRectangle(16, 0, 16, 8), Green);
        ImageOps.FillRectangle(image, new PixelRectangle(0, 8, 16, 8), Blue);
        ImageOps.FillRectangle(image, new PixelRectangle(16, 8, 16, 8), Yellow);
        return image;
    }

    public static Rgb At(this Image image, int x, int y)
    {
        var i = (y * image.Width + x) * image.Channels;
        return image.Channels == 1 ? new Rgb(image.Pixels[i], image.Pixels[i], image.Pixels[i]) : new Rgb(image.Pixels[i], image.Pixels[i + 1], image.Pixels[i + 2]);
    }

    public static void AssertNear(Rgb expected, Rgb actual, int tolerance = 6)
    {
        var far = Math.Max(Math.Abs(expected.Red - actual.Red), Math.Max(Math.Abs(expected.Green - actual.Green), Math.Abs(expected.Blue - actual.Blue)));
        Assert.True(far <= tolerance, $"expected {expected}, got {actual}");
    }
}
