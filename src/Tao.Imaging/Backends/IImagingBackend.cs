namespace Tao.Imaging.Backends;

/// <summary>The library behind Tao.Imaging: our own native one over OpenCV, or OpenCvSharp (TaoNative=packages).</summary>
internal interface IImagingBackend
{
    /// <summary>Decodes at eighths/8 of the size; the target has the size ceil(side * eighths / 8).</summary>
    /// <exception cref="ImageException">Truncated or Corrupt.</exception>
    void DecodeJpeg(ReadOnlySpan<byte> file, int eighths, PixelView target);

    /// <summary>Decodes PNG, BMP, PNM and TIFF; 16-bit samples are scaled, alpha dropped.</summary>
    /// <exception cref="ImageException">Corrupt or Unsupported.</exception>
    void Decode(ReadOnlySpan<byte> file, PixelView target);

    byte[] EncodeJpeg(PixelView image, int quality);

    byte[] EncodePng(PixelView image);

    /// <summary>Nearest or Area; the other filters are <see cref="Resampler"/>'s.</summary>
    void Resize(PixelView source, PixelView target, Interpolation interpolation);

    /// <summary>Bilinear, black outside.</summary>
    /// <param name="map">Two rows of three: a pixel of the target, (x, y, 1), to its place on the source.</param>
    void Warp(PixelView source, PixelView target, ReadOnlySpan<double> map);

    /// <param name="matrix">A row for each channel, with a last column to add.</param>
    void TransformColors(PixelView image, ReadOnlySpan<double> matrix);

    /// <summary>A Gaussian of 2 · radius + 1 taps a side, black outside.</summary>
    void Blur(PixelView image, int radius, double deviation);

    void DrawLine(PixelView image, PixelPoint from, PixelPoint to, Pen pen);

    /// <summary>A closed outline, or the filled shape when the pen's thickness is -1.</summary>
    void DrawPolygon(PixelView image, ReadOnlySpan<PixelPoint> corners, Pen pen);

    /// <summary>The ellipse that fits the bounds, filled when the pen's thickness is -1.</summary>
    void DrawEllipse(PixelView image, PixelRectangle bounds, Pen pen);

    void DrawText(PixelView image, string text, PixelPoint baseline, double scale, Pen pen);

    TextSize MeasureText(string text, double scale, int thickness);
}
