using Tao.Data.Augmentation;

namespace Tao.Data.Tests.Augmentation;

public sealed class ColorMapTests
{
    [Theory]
    [InlineData(0, 1, 200, 100, 50)]
    [InlineData(0, 0, 124.2, 124.2, 124.2)]
    [InlineData(25, 1, 210.542, 82.193, 113.942)]
    [InlineData(90, 1, 165.95, 76.7, 259.05)]
    public void Hue_and_saturation_turn_and_stretch_about_gray(double degrees, double saturation, double red, double green, double blue)
    {
        var (r, g, b) = ColorMap.HueSaturation(degrees, saturation).Apply(200, 100, 50);

        Assert.Equal([red, green, blue], new[] { r, g, b }.Select(value => Math.Round(value, 3)));
    }

    [Fact]
    public void Contrast_turns_about_its_centre_and_brightness_adds()
    {
        Assert.Equal((127.5, 1.5 * 100 - 63.75, 1.5 * 255 - 63.75), ColorMap.Contrast(0.5, 127.5).Apply(127.5, 100, 255));
        Assert.Equal((11, 12, -7), ColorMap.Brightness(-10).Apply(21, 22, 3));
    }

    [Fact]
    public void A_product_is_one_map_after_the_other()
    {
        var (first, second) = (ColorMap.HueSaturation(40, 0.5), ColorMap.Contrast(0.3, 10));
        var (r, g, b) = first.Apply(10, 200, 30);
        var expected = second.Apply(r, g, b);
        var actual = (first * second).Apply(10, 200, 30);

        Assert.Equal(expected.Red, actual.Red, 9);
        Assert.Equal(expected.Green, actual.Green, 9);
        Assert.Equal(expected.Blue, actual.Blue, 9);
    }
}
