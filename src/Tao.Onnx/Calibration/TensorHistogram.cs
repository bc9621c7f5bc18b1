using System.Numerics;

namespace Tao.Onnx.Calibration;

/// <summary>
/// Counts of a tensor's magnitudes, gathered batch by batch. The range grows by doubling the bins' width and adding neighbours, so no count
/// is ever estimated and the order of the batches hardly matters.
/// </summary>
public sealed class TensorHistogram
{
    /// <summary>TensorRT's number (Migacz, "8-bit Inference with TensorRT", GTC 2017, slide 32).</summary>
    public const int BinCount = 2048;

    /// <summary>Keeps 1 / width finite.</summary>
    private const float SmallestWidth = 1e-30f;

    private readonly long[] _counts = new long[BinCount];

    /// <summary>Number of values added.</summary>
    public long Count { get; private set; }

    public float Minimum { get; private set; } = float.PositiveInfinity;

    public float Maximum { get; private set; } = float.NegativeInfinity;

    /// <summary>Largest |x|; 0 when nothing was added.</summary>
    public float LargestMagnitude => Count == 0 ? 0 : MathF.Max(MathF.Abs(Minimum), MathF.Abs(Maximum));

    /// <summary>Bin i counts magnitudes in [i, i + 1) · width; 0 until a value other than 0 comes.</summary>
    public float BinWidth { get; private set; }

    public ReadOnlySpan<long> Counts => _counts;

    /// <summary>Adds values. Throws <see cref="OnnxException"/> when one is infinite or not a number.</summary>
    public void Add(ReadOnlySpan<float> values)
    {
        if (values.IsEmpty)
            return;
        var (minimum, maximum) = Extremes(values);
        var magnitude = MathF.Max(MathF.Abs(minimum), MathF.Abs(maximum));
        if (!float.IsFinite(magnitude))
            throw new OnnxException("A tensor has values that are infinite or not numbers; it cannot be calibrated.");
        Minimum = MathF.Min(Minimum, minimum);
        Maximum = MathF.Max(Maximum, maximum);
        Count += values.Length;
        Cover(magnitude);
        if (BinWidth == 0)
            _counts[0] += values.Length;
        else
            CountInto(values, 1 / BinWidth);
    }

    private void CountInto(ReadOnlySpan<float> values, float inverseWidth)
    {
        foreach (var value in values)
            _counts[Math.Min((int)(MathF.Abs(value) * inverseWidth), BinCount - 1)]++;
    }

    private void Cover(float magnitude)
    {
        if (magnitude == 0)
            return;
        if (BinWidth == 0)
            BinWidth = MathF.Max(magnitude / BinCount, SmallestWidth);
        while (magnitude > BinWidth * BinCount)
            Double();
    }

    private void Double()
    {
        for (var bin = 0; bin < BinCount / 2; bin++)
            _counts[bin] = _counts[2 * bin] + _counts[(2 * bin) + 1];
        _counts.AsSpan(BinCount / 2).Clear();
        BinWidth *= 2;
    }

    /// <summary>Not a number in, not a number out: the sum of differences with itself carries it.</summary>
    private static (float Minimum, float Maximum) Extremes(ReadOnlySpan<float> values)
    {
        var (minimum, maximum) = (new Vector<float>(values[0]), new Vector<float>(values[0]));
        var index = 0;
        var invalid = Vector<float>.Zero;
        for (; index <= values.Length - Vector<float>.Count; index += Vector<float>.Count)
        {
            var part = new Vector<float>(values[index..]);
            minimum = Vector.Min(minimum, part);
            maximum = Vector.Max(maximum, part);
            invalid += part - part;
        }
        var (low, high, bad) = (minimum[0], maximum[0], Vector.Sum(invalid));
        for (var lane = 1; lane < Vector<float>.Count; lane++)
            (low, high) = (MathF.Min(low, minimum[lane]), MathF.Max(high, maximum[lane]));
        for (; index < values.Length; index++)
            (low, high, bad) = (MathF.Min(low, values[index]), MathF.Max(high, values[index]), bad + (values[index] - values[index]));
        return bad == 0 ? (low, high) : (float.NaN, float.NaN);
    }
}
