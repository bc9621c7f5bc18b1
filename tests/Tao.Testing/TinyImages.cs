using Tao.Imaging;

namespace Tao.Testing;

/// <summary>Small drawn pictures: enough to tell classes apart, and never two alike.</summary>
public static class TinyImages
{
    /// <summary>A picture whose colour tells its class and whose square's place tells its number.</summary>
    public static Image Draw(int label, int number, int width = 24, int height = 16)
    {
        var image = Image.Filled(width, height, new Rgb((byte)(60 * label % 256), (byte)(255 - 40 * label % 256), 90));
        ImageOps.FillRectangle(image, new PixelRectangle(number % (width - 4), number / (width - 4) % (height - 4), 4, 4), Rgb.White);
        return image;
    }

    /// <summary>Writes root/class0/000.png and so on.</summary>
    public static void WriteFolder(string root, int classes, int perClass)
    {
        for (var label = 0; label < classes; label++)
        {
            var folder = Directory.CreateDirectory(Path.Combine(root, $"class{label}")).FullName;
            for (var number = 0; number < perClass; number++)
                File.WriteAllBytes(Path.Combine(folder, $"{number:D3}.png"), ImageCodec.EncodePng(Draw(label, number)));
        }
    }
}
