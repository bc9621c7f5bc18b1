using Tao.Data.Detection;
using Tao.Data.Randomness;
using Tao.Imaging;

namespace Tao.Data.Tests.Detection;

public sealed class ColorJitterTests
{
    [Fact]
    public void Settings_of_zero_change_nothing()
    {
        Assert.True(default(ColorJitter).IsOff);
        for (int i = 0; i < 20; i++)
            Assert.Equal(Ramp(3).Pixels.ToArray(), Jittered(default, 3, i));
    }

    [Fact]
    public void Brightness_adds_the_same_to_all_values_in_half_of_the_cases()
    {
        int changed = 0;
        for (int i = 0; i < 400; i++)
        {
            byte[] pixels = Jittered(new ColorJitter(32, 0, 0, 0), 3, i), before = Ramp(3).Pixels.ToArray();
            int shift = pixels[100] - before[100];
            Assert.InRange(shift, -32, 32);
            Assert.Equal(before.Select(value => value + shift), pixels.Select(value => (int)value));
            changed += shift != 0 ? 1 : 0;
        }
        Assert.InRange(changed, 150, 250);
    }

    [Fact]
    public void Contrast_multiplies()
    {
        for (int i = 0; i < 100; i++)
        {
            byte[] pixels = Jittered(new ColorJitter(0, 0.5, 0, 0), 1, i);
            double factor = pixels[100] / (double)Ramp(1).Pixels[100];
            Assert.InRange(factor, 0.48, 1.52);
            Assert.Equal(Math.Clamp(Ramp(1).Pixels[50] * factor, 0, 255), pixels[50], 1.0);
        }
    }

    /// <summary>HSV by hand: (200, 100, 100) has the value 200 and the saturation 0.5.</summary>
    [Fact]
    public void Saturation_and_hue_leave_the_value()
    {
        for (int i = 0; i < 100; i++)
        {
            var image = new ImageBuffer();
            image.Reset(1, 1, 3);
            ((ReadOnlySpan<byte>)[200, 100, 100]).CopyTo(image.Pixels);
            var random = new CounterRandom(1, RandomPurpose.Augmentation, 0, i);
            new ColorJitter(0, 0, 0.5, 18).Apply(image, ref random);

            Assert.Equal(200, image.Pixels.ToArray().Max());
            // Saturation 0.25 to 0.75: the smallest channel is 150 to 50.
            Assert.InRange(image.Pixels.ToArray().Min(), 49, 151);
        }
    }

    [Fact]
    public void Gray_pictures_have_no_hue() => Assert.Equal(Ramp(1).Pixels.ToArray(), Jittered(new ColorJitter(0, 0, 0.5, 18), 1, 3));

    private static byte[] Jittered(ColorJitter jitter, int channels, int index)
    {
        var image = Ramp(channels);
        var random = new CounterRandom(1, RandomPurpose.Augmentation, 0, index);
        jitter.Apply(image, ref random);
        return image.Pixels.ToArray();
    }

    private static ImageBuffer Ramp(int channels)
    {
        var image = new ImageBuffer();
        image.Reset(16, 8, channels);
        for (int i = 0; i < image.Pixels.Length; i++)
            image.Pixels[i] = (byte)(40 + (i % 170));
        return image;
    }
}
