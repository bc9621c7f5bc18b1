using OpenCvSharp;

namespace Tao.Imaging.Backends;

/// <summary>
/// OpenCV through the OpenCvSharp package (TaoNative=packages). It cannot see libjpeg's warnings, so of damaged JPEG files it finds
/// those without an end marker only; and it relies on OpenCV's own CMYK conversion.
/// </summary>
internal sealed unsafe class OpenCvSharpBackend : IImagingBackend
{
    private const HersheyFonts Font = HersheyFonts.HersheySimplex;

    public OpenCvSharpBackend() => Cv2.SetNumThreads(1);

    public void DecodeJpeg(ReadOnlySpan<byte> file, int eighths, PixelView target)
    {
        if (file.LastIndexOf<byte>([0xFF, 0xD9]) < 0)
            throw new ImageException(ImageFault.Truncated, "The JPEG file has no end marker.");
        var gray = target.Channels == 1;
        var mode = eighths switch
        {
            1 => gray ? ImreadModes.ReducedGrayscale8 : ImreadModes.ReducedColor8,
            2 => gray ? ImreadModes.ReducedGrayscale4 : ImreadModes.ReducedColor4,
            4 => gray ? ImreadModes.ReducedGrayscale2 : ImreadModes.ReducedColor2,
            _ => gray ? ImreadModes.Grayscale : ImreadModes.Color,
        };
        DecodeTo(file, mode, target);
    }

    public void Decode(ReadOnlySpan<byte> file, PixelView target) =>
        DecodeTo(file, (target.Channels == 1 ? ImreadModes.Grayscale : ImreadModes.Color) | ImreadModes.AnyDepth, target);

    public byte[] EncodeJpeg(PixelView image, int quality) => Encode(image, ".jpg", new ImageEncodingParam(ImwriteFlags.JpegQuality, quality));

    public byte[] EncodePng(PixelView image) => Encode(image, ".png", new ImageEncodingParam(ImwriteFlags.PngCompression, 6));

    public void Resize(PixelView source, PixelView target, Interpolation interpolation)
    {
        fixed (byte* from = source.Pixels, to = target.Pixels)
        {
            using var input = Wrap(source, from);
            using var output = Wrap(target, to);
            Cv2.Resize(input, output, output.Size(), 0, 0, interpolation == Interpolation.Area ? InterpolationFlags.Area : InterpolationFlags.Nearest);
        }
    }

    public void Warp(PixelView source, PixelView target, ReadOnlySpan<double> map)
    {
        fixed (byte* from = source.Pixels, to = target.Pixels)
        fixed (double* numbers = map)
        {
            using var input = Wrap(source, from);
            using var output = Wrap(target, to);
            using var matrix = Mat.FromPixelData(2, 3, MatType.CV_64FC1, (nint)numbers);
            Cv2.WarpAffine(input, output, matrix, output.Size(), InterpolationFlags.Linear | InterpolationFlags.WarpInverseMap, BorderTypes.Constant, Scalar.All(0));
        }
    }

    public void TransformColors(PixelView image, ReadOnlySpan<double> matrix)
    {
        fixed (byte* pixels = image.Pixels)
        fixed (double* numbers = matrix)
        {
            using var canvas = Wrap(image, pixels);
            using var rows = Mat.FromPixelData(image.Channels, image.Channels + 1, MatType.CV_64FC1, (nint)numbers);
            Cv2.Transform(canvas, canvas, rows);
        }
    }

    public void Blur(PixelView image, int radius, double deviation)
    {
        fixed (byte* pixels = image.Pixels)
        {
            using var canvas = Wrap(image, pixels);
            using var taps = Cv2.GetGaussianKernel(2 * radius + 1, deviation, MatType.CV_64F)!;
            Cv2.SepFilter2D(canvas, canvas, -1, taps, taps, new Point(-1, -1), 0, BorderTypes.Constant);
        }
    }

    public void DrawLine(PixelView image, PixelPoint from, PixelPoint to, Pen pen)
    {
        fixed (byte* pixels = image.Pixels)
        {
            using var canvas = Wrap(image, pixels);
            Cv2.Line(canvas, new Point(from.X, from.Y), new Point(to.X, to.Y), Colour(pen), pen.Thickness);
        }
    }

    public void DrawPolygon(PixelView image, ReadOnlySpan<PixelPoint> corners, Pen pen)
    {
        var outline = new Point[corners.Length];
        for (var i = 0; i < corners.Length; i++)
            outline[i] = new Point(corners[i].X, corners[i].Y);
        fixed (byte* pixels = image.Pixels)
        {
            using var canvas = Wrap(image, pixels);
            if (pen.Thickness < 0)
                Cv2.FillPoly(canvas, [outline], Colour(pen));
            else
                Cv2.Polylines(canvas, [outline], true, Colour(pen), pen.Thickness);
        }
    }

    public void DrawEllipse(PixelView image, PixelRectangle bounds, Pen pen)
    {
        var centre = new Point(bounds.X + bounds.Width / 2, bounds.Y + bounds.Height / 2);
        fixed (byte* pixels = image.Pixels)
        {
            using var canvas = Wrap(image, pixels);
            Cv2.Ellipse(canvas, centre, new Size(bounds.Width / 2, bounds.Height / 2), 0, 0, 360, Colour(pen), pen.Thickness);
        }
    }

    public void DrawText(PixelView image, string text, PixelPoint baseline, double scale, Pen pen)
    {
        fixed (byte* pixels = image.Pixels)
        {
            using var canvas = Wrap(image, pixels);
            Cv2.PutText(canvas, text, new Point(baseline.X, baseline.Y), Font, scale, Colour(pen), pen.Thickness, LineTypes.AntiAlias);
        }
    }

    public TextSize MeasureText(string text, double scale, int thickness)
    {
        var size = Cv2.GetTextSize(text, Font, scale, thickness, out var baseline);
        return new TextSize(size.Width, size.Height, baseline);
    }

    private static void DecodeTo(ReadOnlySpan<byte> file, ImreadModes mode, PixelView target)
    {
        using var image = Cv2.ImDecode(file.ToArray(), mode | ImreadModes.IgnoreOrientation);
        if (image.Empty() || image.Width != target.Width || image.Height != target.Height || image.Channels() != target.Channels)
            throw new ImageException(ImageFault.Corrupt, "The decoder could not read the pixels.");
        if (image.Depth() != MatType.CV_8U && image.Depth() != MatType.CV_16U)
            throw new ImageException(ImageFault.Unsupported, "Only samples of 8 or 16 bit are supported.");
        if (image.Depth() == MatType.CV_16U)
            image.ConvertTo(image, MatType.CV_8U, 1.0 / 257.0);
        fixed (byte* pixels = target.Pixels)
        {
            using var output = Wrap(target, pixels);
            if (target.Channels == 3)
                Cv2.CvtColor(image, output, ColorConversionCodes.BGR2RGB);
            else
                image.CopyTo(output);
        }
    }

    private static byte[] Encode(PixelView image, string extension, ImageEncodingParam setting)
    {
        fixed (byte* pixels = image.Pixels)
        {
            using var source = Wrap(image, pixels);
            using var swapped = image.Channels == 3 ? source.CvtColor(ColorConversionCodes.RGB2BGR) : source.Clone();
            return swapped.ImEncode(extension, setting);
        }
    }

    private static Mat Wrap(PixelView view, byte* pixels) =>
        Mat.FromPixelData(view.Height, view.Width, view.Channels == 3 ? MatType.CV_8UC3 : MatType.CV_8UC1, (nint)pixels);

    private static Scalar Colour(Pen pen) => new(pen.Colour.Red, pen.Colour.Green, pen.Colour.Blue);
}
