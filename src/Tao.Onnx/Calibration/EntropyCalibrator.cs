namespace Tao.Onnx.Calibration;

/// <summary>
/// The range whose 8-bit form loses the least information: TensorRT's algorithm (Migacz, "8-bit Inference with TensorRT", GTC 2017,
/// slides 32-36). For each candidate range it compares the histogram P, with all that lies beyond the range added to the last bin, with
/// its 128-level form Q, and takes the range of the smallest Kullback-Leibler divergence.
/// </summary>
public sealed class EntropyCalibrator : ICalibrator
{
    /// <summary>Levels of the magnitude of a signed 8-bit value.</summary>
    private const int Levels = 128;

    public string Name => "entropy";

    public float Range(TensorHistogram histogram)
    {
        var bins = Trim(histogram);
        if (bins.Length <= Levels)
            return histogram.LargestMagnitude;
        var (best, smallest) = (bins.Length, double.PositiveInfinity);
        var beyond = bins[Levels..].ToArray().Sum();
        for (var candidate = Levels; candidate <= bins.Length; candidate++)
        {
            var divergence = Divergence(bins[..candidate], beyond);
            if (divergence < smallest)
                (best, smallest) = (candidate, divergence);
            if (candidate < bins.Length)
                beyond -= bins[candidate];
        }
        if (SquaredError.Of(histogram, best) > SquaredError.Of(histogram, bins.Length))
            best = SquaredError.Smallest(histogram, Levels, bins.Length);
        return MathF.Min((best + 0.5f) * histogram.BinWidth, histogram.LargestMagnitude);
    }

    /// <summary>
    /// The occupied part of the histogram. After a ReLU half of all values are exactly 0, which every range represents exactly; as in NVIDIA's
    /// pytorch-quantization the first bin takes its neighbour's count, so that they do not drown the rest.
    /// </summary>
    private static ReadOnlySpan<double> Trim(TensorHistogram histogram)
    {
        var length = histogram.Counts.LastIndexOfAnyExcept(0L) + 1;
        var bins = new double[length];
        for (var bin = 0; bin < length; bin++)
            bins[bin] = histogram.Counts[bin];
        if (length > 1)
            bins[0] = bins[1];
        return bins;
    }

    /// <summary>Σ p·ln(p/q) over the bins that P occupies.</summary>
    private static double Divergence(ReadOnlySpan<double> bins, double beyond)
    {
        double total = beyond, divergence = 0;
        foreach (var count in bins)
            total += count;
        if (total == 0)
            return double.PositiveInfinity;
        var quantizedTotal = total - beyond;
        for (var level = 0; level < Levels; level++)
        {
            var (from, to) = (level * bins.Length / Levels, (level + 1) * bins.Length / Levels);
            var mean = MeanOfOccupied(bins[from..to]);
            for (var bin = from; bin < to; bin++)
            {
                var clipped = bin == bins.Length - 1 ? beyond : 0;
                var p = (bins[bin] + clipped) / total;
                if (p == 0)
                    continue;
                // Q has nothing in the last bin although P, by its outliers, does: no finite divergence, the range is too small.
                if (bins[bin] == 0)
                    return double.PositiveInfinity;
                divergence += p * Math.Log(p / (mean / quantizedTotal));
            }
        }
        return divergence;
    }

    /// <summary>Q spreads a level's count evenly over those of its bins that P occupies.</summary>
    private static double MeanOfOccupied(ReadOnlySpan<double> bins)
    {
        var (sum, occupied) = (0.0, 0);
        foreach (var count in bins)
        {
            sum += count;
            occupied += count > 0 ? 1 : 0;
        }
        return occupied == 0 ? 0 : sum / occupied;
    }
}
