using Tao.Onnx.Calibration;

namespace Tao.Onnx.Tests.Calibration;

public class CalibratorTests
{
    [Fact]
    public void MinMax_cuts_nothing_off()
    {
        Assert.Equal(5, new MinMaxCalibrator().Range(HistogramOf([-5, 1, 2])));
    }

    [Fact]
    public void Percentile_cuts_the_given_share_off()
    {
        var values = Enumerable.Range(1, 1000).Select(value => (float)value).ToArray();
        Assert.Equal(990, new PercentileCalibrator(99).Range(HistogramOf(values)), 1f);
        Assert.Equal(1000, new PercentileCalibrator(100).Range(HistogramOf(values)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PercentileCalibrator(0));
    }

    [Fact]
    public void Entropy_cuts_rare_outliers_off_and_keeps_an_even_distribution()
    {
        var calibrator = new EntropyCalibrator();
        var normal = Normal(200_000);
        float[] withOutlier = [.. normal, 60];

        Assert.InRange(calibrator.Range(HistogramOf(withOutlier)), 2.5f, 12);
        Assert.InRange(calibrator.Range(HistogramOf(Samples.Values(200_000))), 0.95f, 1);
    }

    [Fact]
    public void Entropy_is_not_drowned_by_the_zeros_after_a_relu()
    {
        var relu = Normal(100_000).Select(value => MathF.Max(value, 0)).ToArray();
        Assert.InRange(new EntropyCalibrator().Range(HistogramOf(relu)), 2.5f, 4.9f);
    }

    /// <summary>Long tails, as after the linear layers of MobileNetV2: there the divergence alone would give the large values up.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(9)]
    public void Entropy_never_costs_more_squared_error_than_min_max(int power)
    {
        var values = Normal(100_000).Select(value => MathF.Pow(value, power)).ToArray();
        var histogram = HistogramOf(values);
        Assert.InRange(MeanSquaredError(values, new EntropyCalibrator().Range(histogram)), 0, 1.01 * MeanSquaredError(values, histogram.LargestMagnitude));
    }

    [Fact]
    public void Entropy_loses_less_than_min_max_on_a_long_tail()
    {
        var values = Normal(100_000).Select(value => value * value * value).ToArray();
        var histogram = HistogramOf(values);
        var range = new EntropyCalibrator().Range(histogram);
        Assert.True(range < histogram.LargestMagnitude);
        Assert.True(MeanLogError(values, range) < MeanLogError(values, histogram.LargestMagnitude));
    }

    /// <summary>Mean error of the bulk (below one), which is what a coarser grid harms.</summary>
    private static double MeanLogError(float[] values, float range)
    {
        var scale = range / 127;
        return values.Where(value => MathF.Abs(value) < 1).Average(value => Math.Abs(value - (MathF.Round(value / scale) * scale)));
    }

    private static double MeanSquaredError(float[] values, float range)
    {
        var scale = range / 127;
        return values.Average(value => Math.Pow(value - (Math.Clamp(MathF.Round(value / scale), -127, 127) * scale), 2));
    }

    private static TensorHistogram HistogramOf(float[] values)
    {
        var histogram = new TensorHistogram();
        histogram.Add(values);
        return histogram;
    }

    /// <summary>Box and Muller 1958.</summary>
    private static float[] Normal(int count)
    {
        var random = new Random(4);
        float Next() => MathF.Sqrt(-2 * MathF.Log(1 - random.NextSingle())) * MathF.Cos(2 * MathF.PI * random.NextSingle());
        return [.. Enumerable.Range(0, count).Select(_ => Next())];
    }
}
