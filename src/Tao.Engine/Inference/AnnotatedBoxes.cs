using System.Globalization;
using Tao.Engine.IO;
using Tao.Imaging;

namespace Tao.Engine.Inference;

/// <summary>Draws found objects on the picture that they are on, the surest one on top.</summary>
internal static class AnnotatedBoxes
{
    private const double TextScale = 0.4;
    private const int TextMargin = 3;

    /// <summary>One stroke of the pen for every so many pixels of the shorter side.</summary>
    private const int PixelsPerStroke = 250;

    private static readonly Rgb _ink = new(16, 16, 16);

    public static void Write(string source, string target, IReadOnlyCollection<FoundObject> objects, Func<string, Rgb> colorOf)
    {
        var picture = ImageCodec.Decode(File.ReadAllBytes(source), new DecodeOptions());
        int stroke = 1 + (Math.Min(picture.Width, picture.Height) / PixelsPerStroke);
        foreach (var item in objects.OrderBy(item => item.Score))
            Draw(picture, item, colorOf(item.ClassName), stroke);
        AtomicFile.WriteBytes(target, ImageCodec.EncodePng(picture));
    }

    private static void Draw(Image picture, FoundObject item, Rgb color, int stroke)
    {
        int left = (int)item.Box.X1, top = (int)item.Box.Y1;
        var box = new PixelRectangle(left, top, Math.Max(1, (int)item.Box.X2 - left), Math.Max(1, (int)item.Box.Y2 - top));
        ImageOps.DrawRectangle(picture, box, new Pen(color, stroke));
        string text = string.Create(CultureInfo.InvariantCulture, $"{item.ClassName} {item.Score:F2}");
        var size = ImageOps.MeasureText(text, TextScale, 1);
        int height = size.Height + (2 * TextMargin);
        // Above the box, or inside it at the picture's upper edge.
        int plate = top >= height ? top - height : top;
        ImageOps.FillRectangle(picture, new PixelRectangle(left, plate, size.Width + (2 * TextMargin), height), color);
        ImageOps.DrawText(picture, text, new PixelPoint(left + TextMargin, plate + height - TextMargin), TextScale, new Pen(_ink, 1));
    }
}
