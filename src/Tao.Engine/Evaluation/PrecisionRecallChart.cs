using System.Globalization;
using Tao.Engine.Inference;
using Tao.Engine.IO;
using Tao.Imaging;
using Tao.Objectives;

namespace Tao.Engine.Evaluation;

/// <summary>Draws TAO's <c>PR_curve.png</c>: precision over recall, a line for each class.</summary>
internal static class PrecisionRecallChart
{
    public const string FileName = "PR_curve.png";

    /// <summary>The table with the curves' points: class, score, recall, precision.</summary>
    public const string TableName = "precision_recall";

    private const int Side = 480;
    private const int Margin = 48;
    private const int LegendWidth = 170;
    private const int LineHeight = 20;
    private const double TextScale = 0.42;

    private static readonly Rgb _grid = new(224, 224, 224);

    public static void Write(string path, MetricsTable table)
    {
        var image = Image.Filled(Margin + Side + LegendWidth, Side + (2 * Margin), Rgb.White);
        DrawAxes(image);
        int index = 0;
        foreach (var curve in table.Rows.Skip(1).GroupBy(row => (string)row[0]))
        {
            var color = ClassPalette.ColorOf(index);
            DrawCurve(image, [.. curve.Select(row => Place((double)row[2], (double)row[3]))], color);
            int y = Margin + (index * LineHeight);
            ImageOps.FillRectangle(image, new PixelRectangle(Margin + Side + 16, y, 14, 10), color);
            Text(image, curve.Key, Margin + Side + 36, y + 10);
            index++;
        }
        AtomicFile.WriteBytes(path, ImageCodec.EncodePng(image));
    }

    private static void DrawAxes(Image image)
    {
        for (int tenth = 0; tenth <= 10; tenth += 2)
        {
            double value = tenth / 10.0;
            ImageOps.DrawLine(image, Place(value, 0), Place(value, 1), new Pen(_grid, 1));
            ImageOps.DrawLine(image, Place(0, value), Place(1, value), new Pen(_grid, 1));
            string label = value.ToString("F1", CultureInfo.InvariantCulture);
            Text(image, label, Place(value, 0).X - 10, Side + Margin + 18);
            Text(image, label, 12, Place(0, value).Y + 5);
        }
        ImageOps.DrawLine(image, Place(0, 0), Place(1, 0), new Pen(Rgb.Black, 1));
        ImageOps.DrawLine(image, Place(0, 0), Place(0, 1), new Pen(Rgb.Black, 1));
        Text(image, "recall", Margin + (Side / 2) - 20, Side + Margin + 38);
        Text(image, "precision", 12, Margin - 18);
    }

    private static void DrawCurve(Image image, PixelPoint[] points, Rgb color)
    {
        for (int i = 1; i < points.Length; i++)
            ImageOps.DrawLine(image, points[i - 1], points[i], new Pen(color, 2));
    }

    private static PixelPoint Place(double recall, double precision) => new(Margin + (int)(recall * Side), Margin + (int)((1 - precision) * Side));

    private static void Text(Image image, string text, int x, int y) => ImageOps.DrawText(image, text, new PixelPoint(x, y), TextScale, new Pen(Rgb.Black, 1));
}
