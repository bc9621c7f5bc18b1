using Tao.Data.Randomness;
using Tao.Imaging;

namespace Tao.Data.Detection;

/// <summary>SSD's photometric distortion (Liu et al. 2016, section 3.6, after Howard 2013): each change with a chance of a half; 0 leaves it out.</summary>
/// <param name="Brightness">Added to every value, up to ± this, of 255.</param>
/// <param name="Contrast">Values are multiplied by 1 ± this.</param>
/// <param name="Saturation">The saturation is multiplied by 1 ± this.</param>
/// <param name="Hue">Added to the hue, up to ± this many degrees.</param>
public readonly record struct ColorJitter(int Brightness, double Contrast, double Saturation, int Hue)
{
    private const double Chance = 0.5;

    public bool IsOff => this == default;

    /// <summary>Changes the pixels in place. Brightness comes first; contrast comes before or after hue and saturation, by chance.</summary>
    internal void Apply(ImageBuffer image, ref CounterRandom random)
    {
        var pixels = image.Pixels;
        if (Draw(Brightness, ref random) is { } shift)
            Map(pixels, value => value + shift);
        // Drawn in one order always, so that the order of applying changes no other number.
        var contrastFirst = random.Uniform() < Chance;
        var (contrast, saturation, hue) = (Draw(Contrast, ref random), Draw(Saturation, ref random), Draw(Hue, ref random));
        if (contrastFirst)
            ApplyContrast(pixels, contrast);
        if (image.Channels == 3 && (saturation ?? hue) is not null)
            new ColorAdjustment((float)(hue ?? 0), 0, 0) { SaturationGain = (float)(saturation ?? 0) }.Apply(pixels);
        if (!contrastFirst)
            ApplyContrast(pixels, contrast);
    }

    private static double? Draw(double range, ref CounterRandom random)
    {
        var (chosen, amount) = (random.Uniform() < Chance, random.Uniform(-range, range));
        return chosen && range != 0 ? amount : null;
    }

    private static void ApplyContrast(Span<byte> pixels, double? contrast)
    {
        if (contrast is { } change)
            Map(pixels, value => value * (1 + change));
    }

    private static void Map(Span<byte> pixels, Func<double, double> change)
    {
        Span<byte> table = stackalloc byte[256];
        for (var value = 0; value < table.Length; value++)
            table[value] = (byte)Math.Clamp(change(value) + 0.5, 0, 255);
        for (var i = 0; i < pixels.Length; i++)
            pixels[i] = table[pixels[i]];
    }
}
