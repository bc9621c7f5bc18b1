using System.Globalization;

namespace Tao.Networks.Backbones;

/// <summary>The parts of <c>input_image_size: "3,224,224"</c>: channels, height, width in pixels.</summary>
public readonly record struct ImageSize(int Channels, int Height, int Width)
{
    public const int MinimumSide = 16;

    /// <returns>Null unless the text is three whole numbers with 1 or 3 channels and sides of at least 16.</returns>
    public static ImageSize? TryParse(string text)
    {
        var numbers = text.Split(',').Select(part => int.TryParse(part.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1).ToArray();
        return numbers is [1 or 3, >= MinimumSide, >= MinimumSide] ? new(numbers[0], numbers[1], numbers[2]) : null;
    }
}
