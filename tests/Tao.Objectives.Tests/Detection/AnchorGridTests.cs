using System.Collections.Immutable;
using Tao.Objectives.Detection;

namespace Tao.Objectives.Tests.Detection;

public sealed class AnchorGridTests
{
    [Fact]
    public void A_scale_has_a_shape_for_each_ratio_and_a_second_square()
    {
        var shapes = AnchorShape.OfScale(0.1, 0.4, [1, 4, 0.25], twoForRatioOne: true);

        Assert.Equal([(0.1, 0.1), (0.2, 0.2), (0.2, 0.05), (0.05, 0.2)], shapes.Select(shape => (Math.Round(shape.Width, 9), Math.Round(shape.Height, 9))));
        Assert.Equal(3, AnchorShape.OfScale(0.1, 0.4, [1, 4, 0.25], twoForRatioOne: false).Length);
    }

    [Fact]
    public void Octaves_come_one_after_the_other()
    {
        var shapes = AnchorShape.WithOctaves([new(1, 2), new(3, 4)], 2);

        Assert.Equal([1, 3, Math.Sqrt(2), 3 * Math.Sqrt(2)], shapes.Select(shape => shape.Width));
    }

    /// <summary>By hand: an image of 200 × 100 pixels, a map of 2 × 1 cells of 100 pixels, anchors of 0.5 · 100 and 1 · 100 pixels.</summary>
    [Fact]
    public void Cells_go_row_by_row_and_sides_are_shares_of_the_shorter_one()
    {
        var grid = AnchorGrid.Create([new AnchorLayer(1, 2, [new(0.5, 0.5), new(1, 1)])], height: 100, width: 200, clip: false);

        Assert.Equal(
            [new(0.125f, 0.25f, 0.375f, 0.75f), new(0, 0, 0.5f, 1), new(0.625f, 0.25f, 0.875f, 0.75f), new(0.5f, 0, 1, 1)],
            grid.Boxes);
    }

    [Fact]
    public void Step_offset_and_clipping_move_the_anchors()
    {
        var layer = new AnchorLayer(1, 2, [new(1, 1)]) { Step = (8, 30), Offset = 0.25 };

        var grid = AnchorGrid.Create([layer, layer with { Rows = 1, Columns = 1 }], height: 100, width: 100, clip: true);

        // Centres (7.5, 2) and (37.5, 2).
        Assert.Equal([(0, 0.575), (0, 0.875), (0, 0.575)], grid.Boxes.Select(box => (box.X1, Math.Round(box.X2, 6))));
        Assert.All(grid.Boxes, box => Assert.Equal((0, 0.52), (box.Y1, Math.Round(box.Y2, 6))));
        Assert.Equal(2, layer.Count);
    }
}
