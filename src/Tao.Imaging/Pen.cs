namespace Tao.Imaging;

/// <summary>How an outline is drawn; the thickness is in pixels, 1 to 255.</summary>
public readonly record struct Pen(Rgb Colour, int Thickness = 1);
