namespace Tao.Imaging;

/// <summary>For each target position along one axis: where its source samples start and how much each counts.</summary>
internal sealed class FilterTaps
{
    private readonly int[] _starts;
    private readonly int[] _counts;
    private readonly float[] _weights;
    private readonly int _width;

    private FilterTaps(int count, int width)
    {
        _starts = new int[count];
        _counts = new int[count];
        _weights = new float[count * width];
        _width = width;
    }

    /// <summary>The first source sample in use.</summary>
    public int First => _starts[0];

    /// <summary>One past the last source sample in use.</summary>
    public int End => _starts[^1] + _counts[^1];

    public int Start(int position) => _starts[position];

    public ReadOnlySpan<float> Weights(int position) => _weights.AsSpan(position * _width, _counts[position]);

    /// <summary>The taps of target positions first .. first + count - 1 when an axis of `from` samples becomes one of `to`.</summary>
    public static FilterTaps Create(int from, int to, int first, int count, Interpolation interpolation)
    {
        var scale = (double)from / to;
        var spread = Math.Max(scale, 1);
        var radius = interpolation == Interpolation.Bicubic ? 2 : 1;
        var support = radius * spread;
        var taps = new FilterTaps(count, (int)Math.Ceiling(support) * 2 + 1);
        var raw = new double[taps._width];
        for (var i = 0; i < count; i++)
        {
            var center = (first + i + 0.5) * scale;
            var start = Math.Max(0, (int)(center - support + 0.5));
            var end = Math.Min(from, (int)(center + support + 0.5));
            var sum = 0.0;
            for (var k = start; k < end; k++)
                sum += raw[k - start] = Filter(interpolation, Math.Abs(k + 0.5 - center) / spread);
            taps._starts[i] = start;
            taps._counts[i] = end - start;
            for (var k = 0; k < end - start; k++)
                taps._weights[i * taps._width + k] = (float)(raw[k] / sum);
        }
        return taps;
    }

    private static double Filter(Interpolation interpolation, double distance) =>
        interpolation == Interpolation.Bicubic ? Cubic(distance) : Math.Max(0, 1 - distance);

    // Keys, "Cubic convolution interpolation for digital image processing" (1981), equation 4 with a = -1/2.
    private static double Cubic(double x) => x switch
    {
        < 1 => (1.5 * x - 2.5) * x * x + 1,
        < 2 => ((-0.5 * x + 2.5) * x - 4) * x + 2,
        _ => 0,
    };
}
