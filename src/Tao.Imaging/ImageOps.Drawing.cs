using Tao.Imaging.Backends;

namespace Tao.Imaging;

public static partial class ImageOps
{
    private const int Filled = -1;

    public static void DrawLine(Image image, PixelPoint from, PixelPoint to, Pen pen) =>
        ImagingBackend.Current.DrawLine(View(image), from, to, pen);

    /// <summary>Draws the outline; its outer pixels are the rectangle's own border pixels.</summary>
    public static void DrawRectangle(Image image, PixelRectangle rectangle, Pen pen) => DrawPolygon(image, Corners(rectangle), pen);

    public static void FillRectangle(Image image, PixelRectangle rectangle, Rgb colour) => FillPolygon(image, Corners(rectangle), colour);

    /// <summary>The outline of the ellipse that fits the bounds.</summary>
    public static void DrawEllipse(Image image, PixelRectangle bounds, Pen pen) =>
        ImagingBackend.Current.DrawEllipse(View(image), bounds, pen);

    public static void FillEllipse(Image image, PixelRectangle bounds, Rgb colour) =>
        ImagingBackend.Current.DrawEllipse(View(image), bounds, new Pen(colour, Filled));

    /// <summary>A closed outline.</summary>
    public static void DrawPolygon(Image image, ReadOnlySpan<PixelPoint> corners, Pen pen) =>
        ImagingBackend.Current.DrawPolygon(View(image), corners, pen);

    public static void FillPolygon(Image image, ReadOnlySpan<PixelPoint> corners, Rgb colour) =>
        ImagingBackend.Current.DrawPolygon(View(image), corners, new Pen(colour, Filled));

    /// <summary>Draws one line of text; <paramref name="baseline"/> is its left end. Letters outside ASCII appear as '?': the font has no others.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="text">One line.</param>
    /// <param name="baseline">The left end of the base line.</param>
    /// <param name="scale">1 is about 22 pixels for a capital letter.</param>
    /// <param name="pen">Colour and stroke.</param>
    public static void DrawText(Image image, string text, PixelPoint baseline, double scale, Pen pen) =>
        ImagingBackend.Current.DrawText(View(image), ToAscii(text), baseline, scale, pen);

    /// <summary>The room <see cref="DrawText"/> would take.</summary>
    public static TextSize MeasureText(string text, double scale, int thickness) =>
        ImagingBackend.Current.MeasureText(ToAscii(text), scale, thickness);

    private static PixelView View(Image image)
    {
        ArgumentNullException.ThrowIfNull(image);
        return image.View;
    }

    private static PixelPoint[] Corners(PixelRectangle box)
    {
        var (right, bottom) = (box.X + box.Width - 1, box.Y + box.Height - 1);
        return [new(box.X, box.Y), new(right, box.Y), new(right, bottom), new(box.X, bottom)];
    }

    private static string ToAscii(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.Concat(text.EnumerateRunes().Select(rune => rune.IsAscii && rune.Value >= ' ' ? (char)rune.Value : '?'));
    }
}
