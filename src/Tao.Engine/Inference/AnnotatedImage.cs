using Tao.Engine.IO;
using Tao.Imaging;

namespace Tao.Engine.Inference;

/// <summary>Draws a prediction under the picture it belongs to.</summary>
internal static class AnnotatedImage
{
    private const int BarHeight = 22;
    private const int SmallestWidth = 160;

    private static readonly Rgb _bar = new(24, 28, 36);
    private static readonly Rgb _text = new(240, 240, 240);

    public static void Write(string source, string target, string caption)
    {
        var picture = ImageCodec.Decode(File.ReadAllBytes(source), new DecodeOptions());
        int width = Math.Max(SmallestWidth, picture.Width);
        var canvas = Image.Filled(width, picture.Height + BarHeight, _bar);
        Paste(canvas, picture, (width - picture.Width) / 2);
        ImageOps.DrawText(canvas, caption, new PixelPoint(6, picture.Height + BarHeight - 7), 0.42, new Pen(_text, 1));
        AtomicFile.WriteBytes(target, ImageCodec.EncodePng(canvas));
    }

    private static void Paste(Image canvas, Image picture, int left)
    {
        for (int y = 0; y < picture.Height; y++)
        {
            int row = picture.Width * picture.Channels;
            picture.Pixels.AsSpan(y * row, row).CopyTo(canvas.Pixels.AsSpan(((y * canvas.Width) + left) * canvas.Channels));
        }
    }
}
