using Tao.Data.Loading;
using Tao.Data.Randomness;
using Tao.Imaging;
using Tao.Imaging.Preparation;

namespace Tao.Data.Tests.Loading;

public sealed class RandomCropTests
{
    private static readonly PixelSize Target = new(224, 224);

    [Fact]
    public void A_picture_of_the_targets_size_is_not_cropped()
    {
        var random = Stream(0);
        Assert.Equal(CropPlan.Plain(Target), RandomCrop.Plan(Target, Target, ref random));
    }

    [Theory]
    [InlineData(500, 375)]
    [InlineData(100, 900)]
    [InlineData(31, 17)]
    [InlineData(223, 224)]
    public void A_random_crop_covers_between_45_and_100_percent_and_stays_inside(int width, int height)
    {
        var source = new PixelSize(width, height);
        var shares = new List<double>();
        for (var i = 0; i < 400; i++)
        {
            var random = Stream(i);
            var plan = RandomCrop.Plan(source, Target, ref random);
            Assert.InRange(plan.Window.X, 0, plan.Full.Width - 224);
            Assert.InRange(plan.Window.Y, 0, plan.Full.Height - 224);
            shares.Add(Math.Max(224.0 / plan.Full.Width, 224.0 / plan.Full.Height));
            var least = CropPlan.DecodeSize(source, Target, RandomCrop.SmallestShare, centerCrop: false);
            Assert.True(plan.Full.Width <= least.Width && plan.Full.Height <= least.Height);
        }
        Assert.InRange(shares.Min(), 0.449, 0.5);
        Assert.InRange(shares.Max(), 0.95, 1);
        Assert.Equal(0.725, shares.Average(), 0.03);
    }

    private static CounterRandom Stream(int index) => new(5, RandomPurpose.Augmentation, 0, index);
}
