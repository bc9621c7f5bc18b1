namespace Tao.Imaging;

/// <summary>A rectangle of whole pixels; the right and the bottom edge are not part of it.</summary>
public readonly record struct PixelRectangle(int X, int Y, int Width, int Height);
