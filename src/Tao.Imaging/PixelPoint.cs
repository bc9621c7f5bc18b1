namespace Tao.Imaging;

/// <summary>A position in pixels from the left and from the top.</summary>
public readonly record struct PixelPoint(int X, int Y);
