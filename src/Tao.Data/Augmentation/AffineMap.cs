namespace Tao.Data.Augmentation;

/// <summary>
/// A map of the plane, by its 3 × 3 matrix for row vectors: (x, y, 1) · M, in pixels with the origin at the image's corner. Of an augmentation it leads
/// from a place on the output to the place on the input that is shown there; boxes go the other way, by <see cref="Inverse"/>.
/// </summary>
/// <param name="Xx">First row: what x adds to x, and <paramref name="Xy"/> to y.</param>
/// <param name="Yx">Second row: what y adds to x, and <paramref name="Yy"/> to y.</param>
/// <param name="Dx">Third row, the shift, and <paramref name="Dy"/>.</param>
public readonly record struct AffineMap(double Xx, double Xy, double Yx, double Yy, double Dx, double Dy)
{
    public static AffineMap Identity { get; } = new(1, 0, 0, 1, 0, 0);

    /// <summary>Mirrors within a canvas.</summary>
    public static AffineMap Flip(bool horizontal, bool vertical, double width, double height) =>
        new(horizontal ? -1 : 1, 0, 0, vertical ? -1 : 1, horizontal ? width : 0, vertical ? height : 0);

    /// <summary>Turns about the canvas' centre.</summary>
    public static AffineMap Rotation(double radians, double width, double height)
    {
        var (sin, cos) = Math.SinCos(radians);
        return new AffineMap(cos, sin, -sin, cos, (height * sin / 2) - (width * cos / 2) + (width / 2), (-height * cos / 2) + (height / 2) - (width * sin / 2));
    }

    /// <summary>Slants about the canvas' centre: x grows by <paramref name="x"/> for each unit of y, y by <paramref name="y"/> for each of x.</summary>
    public static AffineMap Shear(double x, double y, double width, double height) => new(1, y, x, 1, -height / 2 * x, -width / 2 * y);

    public static AffineMap Translation(double x, double y) => new(1, 0, 0, 1, x, y);

    /// <summary>First <paramref name="first"/>, then <paramref name="second"/>.</summary>
    public static AffineMap operator *(AffineMap first, AffineMap second) => new(
        (first.Xx * second.Xx) + (first.Xy * second.Yx),
        (first.Xx * second.Xy) + (first.Xy * second.Yy),
        (first.Yx * second.Xx) + (first.Yy * second.Yx),
        (first.Yx * second.Xy) + (first.Yy * second.Yy),
        (first.Dx * second.Xx) + (first.Dy * second.Yx) + second.Dx,
        (first.Dx * second.Xy) + (first.Dy * second.Yy) + second.Dy);

    public (double X, double Y) Apply(double x, double y) => ((x * Xx) + (y * Yx) + Dx, (x * Xy) + (y * Yy) + Dy);

    /// <summary>Null for a map that lays the plane onto a line, as a shear of 1 and 1 does.</summary>
    public AffineMap? Inverse
    {
        get
        {
            double determinant = (Xx * Yy) - (Xy * Yx);
            if (Math.Abs(determinant) < 1e-9)
                return null;
            var turned = new AffineMap(Yy / determinant, -Xy / determinant, -Yx / determinant, Xx / determinant, 0, 0);
            var (x, y) = turned.Apply(Dx, Dy);
            return turned with { Dx = -x, Dy = -y };
        }
    }
}
