using Tao.Data.Classification;
using Tao.Data.Detection;
using Tao.Engine.Inference;
using Tao.Imaging;

namespace Tao.Engine.Evaluation;

/// <summary>Draws examples small enough for a page that holds a dozen.</summary>
internal static class ExamplePictures
{
    private const int LongestSide = 320;
    private const int Quality = 82;

    private static readonly Rgb _truth = new(255, 255, 255);

    /// <returns>A data URI.</returns>
    public static string Draw(string path, ImageSample sample, IReadOnlyList<FoundObject> found, Func<string, Rgb> colorOf)
    {
        var source = ImageCodec.Decode(File.ReadAllBytes(path), new DecodeOptions());
        double scale = Math.Min(1, (double)LongestSide / Math.Max(source.Width, source.Height));
        int width = Math.Max(1, (int)Math.Round(source.Width * scale)), height = Math.Max(1, (int)Math.Round(source.Height * scale));
        var picture = ImageOps.Resize(source, width, height, Interpolation.Area);
        foreach (var item in sample.Boxes)
            Outline(picture, item.Box.Scaled((double)width / sample.Width, (double)height / sample.Height), new Pen(_truth, 2));
        foreach (var item in found.OrderBy(item => item.Score))
            Outline(picture, item.Box.Scaled((double)width / source.Width, (double)height / source.Height), new Pen(colorOf(item.ClassName), 1));
        return "data:image/jpeg;base64," + Convert.ToBase64String(ImageCodec.EncodeJpeg(picture, Quality));
    }

    private static void Outline(Image picture, BoundingBox box, Pen pen)
    {
        int left = (int)box.X1, top = (int)box.Y1;
        ImageOps.DrawRectangle(picture, new PixelRectangle(left, top, Math.Max(1, (int)box.X2 - left), Math.Max(1, (int)box.Y2 - top)), pen);
    }
}
