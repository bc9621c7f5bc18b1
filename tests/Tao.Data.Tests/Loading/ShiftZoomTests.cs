using Tao.Data.Loading;
using Tao.Data.Randomness;
using Tao.Imaging;

namespace Tao.Data.Tests.Loading;

public sealed class ShiftZoomTests
{
    // One row of five pixels: the centre is pixel 2.
    private static readonly byte[] _row = [10, 20, 30, 40, 50];

    [Theory]
    [InlineData(1, 0, new byte[] { 10, 20, 30, 40, 50 })]
    [InlineData(1, 1, new byte[] { 20, 30, 40, 50, 50 })] // the source one to the right; the edge goes on
    [InlineData(1, -2, new byte[] { 10, 10, 10, 20, 30 })]
    [InlineData(1, 0.5, new byte[] { 15, 25, 35, 45, 50 })]
    [InlineData(0.5, 0, new byte[] { 20, 25, 30, 35, 40 })] // half of the source fills the target
    [InlineData(2, 0, new byte[] { 10, 10, 30, 50, 50 })]
    public void Columns_by_hand(double zoom, double shift, byte[] expected) => Assert.Equal(expected, Apply(5, 1, (zoom, shift), (1, 0)));

    [Theory]
    [InlineData(0.5, 0, new byte[] { 20, 25, 30, 35, 40 })]
    [InlineData(1, -1, new byte[] { 10, 10, 20, 30, 40 })]
    public void Rows_by_hand(double zoom, double shift, byte[] expected) => Assert.Equal(expected, Apply(1, 5, (1, 0), (zoom, shift)));

    [Fact]
    public void Every_channel_moves_alike()
    {
        var (source, target) = (new ImageBuffer(), new ImageBuffer());
        source.Reset(2, 1, 3);
        new byte[] { 1, 2, 3, 11, 12, 13 }.CopyTo(source.Pixels);
        new ShiftZoom((1, 1), (1, 0)).Apply(source, target);
        Assert.Equal([11, 12, 13, 11, 12, 13], target.Pixels.ToArray());
    }

    [Fact]
    public void Chance_stays_within_the_ranges_and_uses_them()
    {
        var moves = Enumerable.Range(0, 200).Select(index =>
        {
            var random = new CounterRandom(7, RandomPurpose.Augmentation, 0, index);
            return ShiftZoom.Random(new PixelSize(100, 50), 0.1, 0.2, ref random);
        }).ToList();
        Assert.All(moves, move =>
        {
            Assert.InRange(move.X.Shift, -10, 10);
            Assert.InRange(move.Y.Shift, -5, 5);
            Assert.InRange(move.X.Zoom, 0.8, 1.2);
            Assert.InRange(move.Y.Zoom, 0.8, 1.2);
        });
        Assert.True(moves.Max(move => move.X.Shift) > 8 && moves.Min(move => move.Y.Shift) < -4 && moves.Max(move => move.Y.Zoom) > 1.15);
        Assert.Contains(moves, move => Math.Abs(move.X.Zoom - move.Y.Zoom) > 0.1);
    }

    private static byte[] Apply(int width, int height, (double, double) x, (double, double) y)
    {
        var (source, target) = (new ImageBuffer(), new ImageBuffer());
        source.Reset(width, height, 1);
        _row.CopyTo(source.Pixels);
        new ShiftZoom(x, y).Apply(source, target);
        return target.Pixels.ToArray();
    }
}
