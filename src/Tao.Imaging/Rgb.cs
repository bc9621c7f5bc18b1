namespace Tao.Imaging;

/// <summary>A colour; on a gray image only <see cref="Red"/> is used.</summary>
public readonly record struct Rgb(byte Red, byte Green, byte Blue)
{
    public static Rgb Black => new(0, 0, 0);

    public static Rgb White => new(255, 255, 255);
}
