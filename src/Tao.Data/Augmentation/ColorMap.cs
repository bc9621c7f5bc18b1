namespace Tao.Data.Augmentation;

/// <summary>A linear map of colours with an offset, (r, g, b, 1) · C, for values from 0 to 255; results outside are cut.</summary>
/// <param name="Matrix">Four rows of three: what red, green, blue and 1 add to each of red, green and blue.</param>
public sealed record ColorMap(double[,] Matrix)
{
    // Rec. 601's luma, and the rotations about the gray axis that keep it (Haeberli 1993, "Matrix operations for image processing").
    private static readonly double[,] _gray = { { .299, .299, .299 }, { .587, .587, .587 }, { .114, .114, .114 } };
    private static readonly double[,] _cosine = { { .701, -.299, -.299 }, { -.587, .413, -.587 }, { -.114, -.114, .886 } };
    private static readonly double[,] _sine = { { .168, -.328, 1.25 }, { .33, .035, -1.05 }, { -.497, .292, -.203 } };

    public static ColorMap Identity { get; } = new(new double[,] { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 }, { 0, 0, 0 } });

    /// <param name="degrees">Turn of the circle of hues.</param>
    /// <param name="saturation">1 keeps, 0 leaves gray.</param>
    public static ColorMap HueSaturation(double degrees, double saturation)
    {
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        var matrix = new double[4, 3];
        for (var from = 0; from < 3; from++)
        {
            for (var to = 0; to < 3; to++)
                matrix[from, to] = _gray[from, to] + (saturation * ((cos * _cosine[from, to]) + (sin * _sine[from, to])));
        }
        return new ColorMap(matrix);
    }

    /// <summary>(1 + contrast) · value − contrast · center.</summary>
    public static ColorMap Contrast(double contrast, double center) => Scale(1 + contrast, -contrast * center);

    public static ColorMap Brightness(double offset) => Scale(1, offset);

    /// <summary>First <paramref name="first"/>, then <paramref name="second"/>, with no cut in between.</summary>
    public static ColorMap operator *(ColorMap first, ColorMap second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        var matrix = new double[4, 3];
        for (var row = 0; row < 4; row++)
        {
            for (var column = 0; column < 3; column++)
            {
                for (var k = 0; k < 3; k++)
                    matrix[row, column] += first.Matrix[row, k] * second.Matrix[k, column];
            }
        }
        for (var column = 0; column < 3; column++)
            matrix[3, column] += second.Matrix[3, column];
        return new ColorMap(matrix);
    }

    /// <summary>Before the cut.</summary>
    public (double Red, double Green, double Blue) Apply(double red, double green, double blue)
    {
        return (Value(0), Value(1), Value(2));

        double Value(int column) => (red * Matrix[0, column]) + (green * Matrix[1, column]) + (blue * Matrix[2, column]) + Matrix[3, column];
    }

    private static ColorMap Scale(double factor, double offset) =>
        new(new[,] { { factor, 0, 0 }, { 0, factor, 0 }, { 0, 0, factor }, { offset, offset, offset } });
}
