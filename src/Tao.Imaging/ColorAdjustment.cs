namespace Tao.Imaging;

/// <summary>A colour change in HSV and RGB, as TAO's classification augments (hue, then saturation, then contrast, each clipped).</summary>
/// <param name="HueDegrees">Added to the hue; 360 is a full turn.</param>
/// <param name="SaturationShift">Added to the HSV saturation, which lies in 0..1.</param>
/// <param name="ContrastScale">Values move away from the centre by 1 + this.</param>
/// <param name="ContrastCenter">The value in 0..1 that contrast leaves as it is.</param>
public readonly record struct ColorAdjustment(float HueDegrees, float SaturationShift, float ContrastScale, float ContrastCenter = 0.5f)
{
    /// <summary>The HSV saturation is multiplied by 1 + this before the shift is added.</summary>
    public float SaturationGain { get; init; }

    /// <summary>Changes interleaved RGB samples in place.</summary>
    public void Apply(Span<byte> rgb)
    {
        if (rgb.Length % 3 != 0)
            throw new ArgumentException("RGB samples come in threes.", nameof(rgb));
        for (var i = 0; i < rgb.Length; i += 3)
            ApplyToPixel(rgb.Slice(i, 3));
    }

    // HSV as in Smith, "Color Gamut Transform Pairs" (SIGGRAPH 1978): value = max, saturation = chroma / max, hue in six sectors.
    private void ApplyToPixel(Span<byte> pixel)
    {
        float r = pixel[0], g = pixel[1], b = pixel[2];
        var value = Math.Max(r, Math.Max(g, b));
        var chroma = value - Math.Min(r, Math.Min(g, b));
        var saturation = value == 0 ? 0 : chroma / value;
        var hue = Hue(r, g, b, value, chroma) + HueDegrees / 60f;
        hue -= 6f * MathF.Floor(hue / 6f);
        var newChroma = value * Math.Clamp((saturation * (1f + SaturationGain)) + SaturationShift, 0f, 1f);
        var center = ContrastCenter * 255f;
        for (var c = 0; c < 3; c++)
        {
            // The channel's distance from its own sector (red 5, green 3, blue 1) says how much chroma it gives up.
            var k = 5 - 2 * c + hue;
            k = k >= 6f ? k - 6f : k;
            var level = value - newChroma * Math.Clamp(Math.Min(k, 4f - k), 0f, 1f);
            pixel[c] = (byte)Math.Clamp((level - center) * (1f + ContrastScale) + center + 0.5f, 0f, 255f);
        }
    }

    private static float Hue(float r, float g, float b, float value, float chroma)
    {
        if (chroma == 0)
            return 0;
        if (value == r)
            return (g - b) / chroma;
        return value == g ? 2f + (b - r) / chroma : 4f + (r - g) / chroma;
    }
}
