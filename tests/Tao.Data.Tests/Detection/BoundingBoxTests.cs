using Tao.Data.Detection;

namespace Tao.Data.Tests.Detection;

public sealed class BoundingBoxTests
{
    [Theory]
    // The same, apart, touching, a quarter inside, one inside the other, turned inside out.
    [InlineData(0, 0, 2, 2, 0, 0, 2, 2, 1)]
    [InlineData(0, 0, 2, 2, 3, 3, 4, 4, 0)]
    [InlineData(0, 0, 2, 2, 2, 0, 4, 2, 0)]
    [InlineData(0, 0, 2, 2, 1, 1, 3, 3, 1 / 7.0)]
    [InlineData(0, 0, 4, 4, 1, 1, 3, 3, 0.25)]
    [InlineData(2, 2, 0, 0, 0, 0, 2, 2, 0)]
    public void Iou_of(float ax1, float ay1, float ax2, float ay2, float bx1, float by1, float bx2, float by2, double expected)
    {
        var (a, b) = (new BoundingBox(ax1, ay1, ax2, ay2), new BoundingBox(bx1, by1, bx2, by2));
        Assert.Equal(expected, BoundingBox.Iou(a, b), 1e-12);
        Assert.Equal(expected, BoundingBox.Iou(b, a), 1e-12);
    }

    [Fact]
    public void Clipping_leaves_what_is_inside() =>
        Assert.Equal(new BoundingBox(0, 3, 10, 5), new BoundingBox(-2, 3, 12, 9).ClippedTo(10, 5));
}
