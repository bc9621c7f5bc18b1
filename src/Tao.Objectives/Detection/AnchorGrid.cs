using System.Collections.Immutable;
using Tao.Data.Detection;

namespace Tao.Objectives.Detection;

/// <summary>
/// All anchors of a network as shares of the image, map by map, row by row, column by column, shape by shape: the order of the heads'
/// outputs.
/// </summary>
public sealed class AnchorGrid
{
    private AnchorGrid(ImmutableArray<BoundingBox> boxes) => Boxes = boxes;

    public ImmutableArray<BoundingBox> Boxes { get; }

    /// <param name="height">The image's, in pixels.</param>
    /// <param name="clip">Whether anchors end at the image's border.</param>
    public static AnchorGrid Create(IEnumerable<AnchorLayer> layers, int height, int width, bool clip)
    {
        var boxes = ImmutableArray.CreateBuilder<BoundingBox>();
        double side = Math.Min(height, width);
        foreach (var layer in layers)
        {
            var (stepY, stepX) = layer.Step ?? ((double)height / layer.Rows, (double)width / layer.Columns);
            for (int row = 0; row < layer.Rows; row++)
            {
                double y = (layer.Offset + row) * stepY / height;
                for (int column = 0; column < layer.Columns; column++)
                {
                    double x = (layer.Offset + column) * stepX / width;
                    foreach (var shape in layer.Shapes)
                    {
                        double halfWidth = shape.Width * side / width / 2, halfHeight = shape.Height * side / height / 2;
                        var box = new BoundingBox((float)(x - halfWidth), (float)(y - halfHeight), (float)(x + halfWidth), (float)(y + halfHeight));
                        boxes.Add(clip ? box.ClippedTo(1, 1) : box);
                    }
                }
            }
        }
        return new AnchorGrid(boxes.ToImmutable());
    }
}
