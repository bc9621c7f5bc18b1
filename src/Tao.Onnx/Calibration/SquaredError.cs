namespace Tao.Onnx.Calibration;

/// <summary>What an 8-bit range costs: values within it are rounded to steps, values beyond it are moved to its end.</summary>
internal static class SquaredError
{
    private const int Steps = 127;

    // Of values spread evenly over a bin of width 1.
    private const double WithinBin = 1.0 / 12;

    /// <summary>Expected sum of squared errors, in squared bins, of a range of that many bins.</summary>
    public static double Of(TensorHistogram histogram, int range)
    {
        double end = range + 0.5, step = end / Steps, error = 0;
        var counts = histogram.Counts;
        for (int bin = 0; bin < counts.Length; bin++)
        {
            double value = bin + 0.5;
            double moved = value - (Math.Min(Math.Round(value / step), Steps) * step);
            error += counts[bin] * ((moved * moved) + WithinBin);
        }
        return error;
    }

    /// <summary>The number of bins, between two, that costs least.</summary>
    public static int Smallest(TensorHistogram histogram, int from, int to)
    {
        var (best, smallest) = (to, Of(histogram, to));
        for (int range = from; range < to; range++)
        {
            double error = Of(histogram, range);
            if (error < smallest)
                (best, smallest) = (range, error);
        }
        return best;
    }
}
