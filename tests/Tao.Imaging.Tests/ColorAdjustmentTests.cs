namespace Tao.Imaging.Tests;

public sealed class ColorAdjustmentTests
{
    [Fact]
    public void Nothing_asked_changes_nothing()
    {
        var pixels = new byte[3 * 1000];
        new Random(1).NextBytes(pixels);
        Assert.Equal(pixels, Apply(new ColorAdjustment(0, 0, 0), pixels));
    }

    [Theory]
    [InlineData(120, 0, 255, 0)]
    [InlineData(-120, 0, 0, 255)]
    [InlineData(60, 255, 255, 0)]
    [InlineData(360, 255, 0, 0)]
    public void Hue_turns_red_around_the_wheel(float degrees, byte red, byte green, byte blue) =>
        Assert.Equal([red, green, blue], Apply(new ColorAdjustment(degrees, 0, 0), [255, 0, 0]));

    // (200, 100, 100) has value 200 and saturation 0.5; at 0.7 the low channels are 200 * (1 - 0.7) = 60.
    [Fact]
    public void Saturation_by_hand() => Assert.Equal([200, 60, 60], Apply(new ColorAdjustment(0, 0.2f, 0), [200, 100, 100]));

    /// <summary>The saturation of 0.5 becomes 0.5 · 1.5 = 0.75.</summary>
    [Fact]
    public void Saturation_gain_by_hand() => Assert.Equal([200, 50, 50], Apply(new ColorAdjustment(0, 0, 0) { SaturationGain = 0.5f }, [200, 100, 100]));

    [Fact]
    public void Saturation_is_clipped() => Assert.Equal([200, 200, 200], Apply(new ColorAdjustment(0, -1f, 0), [200, 100, 100]));

    // (v - 127.5) * 1.1 + 127.5: 27.5 -> 17.5, 227.5 -> 237.5; with whole numbers 100 -> 97.25, 250 -> 262 -> 255.
    [Fact]
    public void Contrast_by_hand() => Assert.Equal([97, 97, 97, 255, 255, 255], Apply(new ColorAdjustment(0, 0, 0.1f), [100, 100, 100, 250, 250, 250]));

    private static byte[] Apply(ColorAdjustment adjustment, byte[] pixels)
    {
        byte[] copy = [.. pixels];
        adjustment.Apply(copy);
        return copy;
    }
}
