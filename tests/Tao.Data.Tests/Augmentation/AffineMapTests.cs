using Tao.Data.Augmentation;

namespace Tao.Data.Tests.Augmentation;

public sealed class AffineMapTests
{
    private const double Width = 1248;
    private const double Height = 384;

    [Fact]
    public void A_rotation_is_the_published_matrix()
    {
        var map = AffineMap.Rotation(10 * Math.PI / 180, Width, Height);

        Assert.Equal([.984808, .173648, -.173648, .984808, 42.820412, -105.439551], Numbers(map).Select(number => Math.Round(number, 6)));
        Assert.Equal((624, 192), Rounded(map.Apply(624, 192), 9));
    }

    [Fact]
    public void Boxes_go_the_other_way()
    {
        var inverse = AffineMap.Rotation(10 * Math.PI / 180, Width, Height).Inverse!.Value;

        Assert.Equal((91.985, 192.389), Rounded(inverse.Apply(100, 100), 3));
        Assert.Equal((190.466, 175.025), Rounded(inverse.Apply(200, 100), 3));
        Assert.Equal((204.358, 253.809), Rounded(inverse.Apply(200, 180), 3));
        Assert.Equal((105.877, 271.174), Rounded(inverse.Apply(100, 180), 3));
    }

    [Fact]
    public void Flips_shears_and_shifts_move_points_as_their_names_say()
    {
        Assert.Equal((Width - 10, 20), AffineMap.Flip(true, false, Width, Height).Apply(10, 20));
        Assert.Equal((10, Height - 20), AffineMap.Flip(false, true, Width, Height).Apply(10, 20));
        Assert.Equal((13, 16), AffineMap.Translation(3, -4).Apply(10, 20));
        var sheared = AffineMap.Shear(0.5, 0, Width, Height).Apply(Width / 2, Height / 2 + 10);
        Assert.Equal((Width / 2 + 5, Height / 2 + 10), Rounded(sheared, 9));
    }

    [Fact]
    public void A_product_is_one_map_after_the_other()
    {
        var (first, second) = (AffineMap.Rotation(0.3, Width, Height), AffineMap.Shear(0.2, 0.1, Width, Height));
        var (x, y) = first.Apply(100, 50);

        Assert.Equal(Rounded(second.Apply(x, y), 6), Rounded((first * second).Apply(100, 50), 6));
        Assert.Equal((100, 50), Rounded((first * second).Inverse!.Value.Apply(second.Apply(x, y).X, second.Apply(x, y).Y), 6));
    }

    [Fact]
    public void What_flattens_the_plane_has_no_inverse() => Assert.Null(AffineMap.Shear(1, 1, Width, Height).Inverse);

    private static double[] Numbers(AffineMap map) => [map.Xx, map.Xy, map.Yx, map.Yy, map.Dx, map.Dy];

    private static (double, double) Rounded((double X, double Y) point, int digits) => (Math.Round(point.X, digits), Math.Round(point.Y, digits));
}
