using System.Runtime.InteropServices;

namespace Tao.Imaging.Backends;

/// <summary>libtao_imaging: OpenCV and libjpeg over a C ABI.</summary>
internal sealed unsafe class NativeBackend : IImagingBackend
{
    public void DecodeJpeg(ReadOnlySpan<byte> file, int eighths, PixelView target)
    {
        NativeLoader.EnsureLoaded();
        fixed (byte* data = file, pixels = target.Pixels)
            Check(NativeMethods.DecodeJpeg(data, file.Length, eighths, Describe(target, pixels)));
    }

    public void Decode(ReadOnlySpan<byte> file, PixelView target)
    {
        NativeLoader.EnsureLoaded();
        fixed (byte* data = file, pixels = target.Pixels)
            Check(NativeMethods.Decode(data, file.Length, Describe(target, pixels)));
    }

    public byte[] EncodeJpeg(PixelView image, int quality)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(quality, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(quality, 100);
        NativeLoader.EnsureLoaded();
        fixed (byte* pixels = image.Pixels)
        {
            Check(NativeMethods.EncodeJpeg(Describe(image, pixels), quality, out var bytes));
            return TakeBytes(bytes);
        }
    }

    public byte[] EncodePng(PixelView image)
    {
        NativeLoader.EnsureLoaded();
        fixed (byte* pixels = image.Pixels)
        {
            Check(NativeMethods.EncodePng(Describe(image, pixels), out var bytes));
            return TakeBytes(bytes);
        }
    }

    public void Resize(PixelView source, PixelView target, Interpolation interpolation)
    {
        NativeLoader.EnsureLoaded();
        fixed (byte* from = source.Pixels, to = target.Pixels)
            Check(NativeMethods.Resize(Describe(source, from), Describe(target, to), (int)interpolation));
    }

    public void Warp(PixelView source, PixelView target, ReadOnlySpan<double> map)
    {
        NativeLoader.EnsureLoaded();
        fixed (byte* from = source.Pixels, to = target.Pixels)
        fixed (double* numbers = map)
            Check(NativeMethods.Warp(Describe(source, from), Describe(target, to), numbers));
    }

    public void TransformColors(PixelView image, ReadOnlySpan<double> matrix)
    {
        NativeLoader.EnsureLoaded();
        fixed (byte* pixels = image.Pixels)
        fixed (double* numbers = matrix)
            Check(NativeMethods.TransformColors(Describe(image, pixels), numbers));
    }

    public void Blur(PixelView image, int radius, double deviation)
    {
        NativeLoader.EnsureLoaded();
        fixed (byte* pixels = image.Pixels)
            Check(NativeMethods.Blur(Describe(image, pixels), radius, deviation));
    }

    public void DrawLine(PixelView image, PixelPoint from, PixelPoint to, Pen pen)
    {
        NativeLoader.EnsureLoaded();
        fixed (byte* pixels = image.Pixels)
            Check(NativeMethods.DrawLine(Describe(image, pixels), from.X, from.Y, to.X, to.Y, new NativePen(pen)));
    }

    public void DrawPolygon(PixelView image, ReadOnlySpan<PixelPoint> corners, Pen pen)
    {
        NativeLoader.EnsureLoaded();
        fixed (byte* pixels = image.Pixels)
        fixed (PixelPoint* points = corners)
            Check(NativeMethods.DrawPolygon(Describe(image, pixels), (int*)points, corners.Length, new NativePen(pen)));
    }

    public void DrawEllipse(PixelView image, PixelRectangle bounds, Pen pen)
    {
        NativeLoader.EnsureLoaded();
        var box = stackalloc int[] { bounds.X + bounds.Width / 2, bounds.Y + bounds.Height / 2, bounds.Width / 2, bounds.Height / 2 };
        fixed (byte* pixels = image.Pixels)
            Check(NativeMethods.DrawEllipse(Describe(image, pixels), box, 0, new NativePen(pen)));
    }

    public void DrawText(PixelView image, string text, PixelPoint baseline, double scale, Pen pen)
    {
        NativeLoader.EnsureLoaded();
        fixed (byte* pixels = image.Pixels)
            Check(NativeMethods.DrawText(Describe(image, pixels), text, baseline.X, baseline.Y, scale, new NativePen(pen)));
    }

    public TextSize MeasureText(string text, double scale, int thickness)
    {
        NativeLoader.EnsureLoaded();
        Check(NativeMethods.TextSize(text, scale, thickness, out var width, out var height, out var baseline));
        return new TextSize(width, height, baseline);
    }

    private static NativePixels Describe(PixelView view, byte* pixels) => new(pixels, view.Width, view.Height, view.Channels);

    private static byte[] TakeBytes(nint bytes)
    {
        try
        {
            return new ReadOnlySpan<byte>(NativeMethods.BytesData(bytes), checked((int)NativeMethods.BytesSize(bytes))).ToArray();
        }
        finally
        {
            NativeMethods.BytesFree(bytes);
        }
    }

    private static void Check(NativeStatus status)
    {
        if (status == NativeStatus.Ok)
            return;
        var message = Marshal.PtrToStringUTF8((nint)NativeMethods.LastError()) ?? "unknown error";
        throw status switch
        {
            NativeStatus.Truncated => new ImageException(ImageFault.Truncated, $"The file ends before the picture does ({message})."),
            NativeStatus.Corrupt => new ImageException(ImageFault.Corrupt, $"The pixel data are damaged ({message})."),
            NativeStatus.Unsupported => new ImageException(ImageFault.Unsupported, message),
            NativeStatus.InvalidArgument => new ArgumentException(message),
            // An exception inside the decoder is the file's doing; in a drawing call it cannot happen with checked arguments.
            _ => new ImageException(ImageFault.Corrupt, message),
        };
    }
}
