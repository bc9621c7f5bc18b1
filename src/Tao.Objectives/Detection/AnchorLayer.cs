using System.Collections.Immutable;

namespace Tao.Objectives.Detection;

/// <summary>The anchors of one feature map.</summary>
/// <param name="Shapes">The anchors of every cell.</param>
public sealed record AnchorLayer(int Rows, int Columns, ImmutableArray<AnchorShape> Shapes)
{
    /// <summary>Pixels between cells; null for the image's size over the map's.</summary>
    public (double Y, double X)? Step { get; init; }

    /// <summary>Where the first cell's centre lies, in steps.</summary>
    public double Offset { get; init; } = 0.5;

    public int Count => Rows * Columns * Shapes.Length;
}
