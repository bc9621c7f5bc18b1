using Tao.Imaging.Preparation;

namespace Tao.Imaging.Tests.Preparation;

public sealed class CropPlanTests
{
    private static readonly PixelSize Target = new(224, 224);

    // 500x375 to 224 + 32 = 256: ratio 256/375, full 341x256, left = round(170.5) - 112 = 170 - 112 (half to even), top = 128 - 112.
    [Fact]
    public void Centre_by_hand() =>
        Assert.Equal(new CropPlan(new PixelSize(341, 256), new PixelRectangle(58, 16, 224, 224)), CropPlan.Center(new PixelSize(500, 375), Target));

    [Fact]
    public void A_picture_of_the_targets_size_is_not_cropped() => Assert.Equal(CropPlan.Plain(Target), CropPlan.Center(Target, Target));
}
