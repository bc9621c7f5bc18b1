namespace Tao.Imaging;

/// <summary>Width and height in pixels.</summary>
public readonly record struct PixelSize(int Width, int Height);
