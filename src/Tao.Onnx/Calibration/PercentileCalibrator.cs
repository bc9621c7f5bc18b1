namespace Tao.Onnx.Calibration;

/// <summary>Cuts off the given share of the largest magnitudes (Wu et al. 2020, arXiv 2004.09602, section 3.2).</summary>
/// <param name="percentile">Share that is kept, in percent; below 99.9 small networks lose accuracy.</param>
public sealed class PercentileCalibrator(double percentile) : ICalibrator
{
    public string Name => "percentile";

    public double Percentile { get; } = percentile is > 0 and <= 100
        ? percentile
        : throw new ArgumentOutOfRangeException(nameof(percentile), percentile, "A percentile lies in (0, 100].");

    public float Range(TensorHistogram histogram)
    {
        var wanted = Percentile / 100 * histogram.Count;
        long seen = 0;
        for (var bin = 0; bin < histogram.Counts.Length; bin++)
        {
            seen += histogram.Counts[bin];
            if (seen >= wanted)
                return MathF.Min((bin + 1) * histogram.BinWidth, histogram.LargestMagnitude);
        }
        return histogram.LargestMagnitude;
    }
}
