using System.Collections.Immutable;

namespace Tao.Objectives.Detection;

/// <summary>An anchor's size as shares of the image's shorter side.</summary>
public readonly record struct AnchorShape(double Width, double Height)
{
    /// <summary>
    /// SSD's anchors of one feature map (Liu et al. 2016, section 2.2): for a ratio r the sides s·√r and s/√r; for ratio 1 also, after it, a
    /// square of √(s·next).
    /// </summary>
    /// <param name="next">The scale of the next feature map.</param>
    /// <param name="twoForRatioOne">Whether the second square is among them.</param>
    public static ImmutableArray<AnchorShape> OfScale(double scale, double next, IEnumerable<double> ratios, bool twoForRatioOne) =>
    [
        .. ratios.SelectMany(IEnumerable<AnchorShape> (ratio) =>
        {
            var shape = new AnchorShape(scale * Math.Sqrt(ratio), scale / Math.Sqrt(ratio));
            double square = Math.Sqrt(scale * next);
            return ratio == 1 && twoForRatioOne ? [shape, new AnchorShape(square, square)] : [shape];
        }),
    ];

    /// <summary>The shapes at each octave 2^(k/count), k = 0 … count − 1 (Lin et al. 2017, "Focal Loss", section 4).</summary>
    public static ImmutableArray<AnchorShape> WithOctaves(ImmutableArray<AnchorShape> shapes, int count) =>
    [
        .. Enumerable.Range(0, count).SelectMany(k =>
        {
            double octave = Math.Pow(2, (double)k / count);
            return shapes.Select(shape => new AnchorShape(shape.Width * octave, shape.Height * octave));
        }),
    ];
}
