using Tao.Onnx.Calibration;

namespace Tao.Onnx.Tests.Calibration;

public class TensorHistogramTests
{
    [Fact]
    public void The_range_grows_without_losing_counts()
    {
        var histogram = new TensorHistogram();
        histogram.Add([0, 0.5f, -1]);
        histogram.Add([-7, 3, 100]);
        Assert.Equal(6, histogram.Count);
        Assert.Equal(6, histogram.Counts.ToArray().Sum());
        Assert.Equal(-7, histogram.Minimum);
        Assert.Equal(100, histogram.Maximum);
        Assert.Equal(100, histogram.LargestMagnitude);
        // 1 / 2048 doubled seven times covers 128.
        Assert.Equal(128f / 2048, histogram.BinWidth);
        Assert.Equal(1, histogram.Counts[(int)(7 / histogram.BinWidth)]);
        Assert.Equal(1, histogram.Counts[(int)(100 / histogram.BinWidth)]);
    }

    [Fact]
    public void Zeros_first_and_long_spans_are_counted()
    {
        var histogram = new TensorHistogram();
        histogram.Add(new float[100]);
        Assert.Equal(0, histogram.LargestMagnitude);
        histogram.Add(Samples.Values(1003, amplitude: 3));
        Assert.Equal(1103, histogram.Counts.ToArray().Sum());
        Assert.True(histogram.Counts[0] >= 100);
        Assert.InRange(histogram.Maximum, 2.9f, 3f);
        Assert.InRange(histogram.Minimum, -3f, -2.9f);
    }

    [Theory]
    [InlineData(float.NaN, 0)]
    [InlineData(float.NaN, 19)]
    [InlineData(float.PositiveInfinity, 3)]
    [InlineData(float.NegativeInfinity, 20)]
    public void Values_that_are_no_numbers_are_refused(float value, int position)
    {
        var values = new float[21];
        values[position] = value;
        Assert.Throws<OnnxException>(() => new TensorHistogram().Add(values));
    }

    [Fact]
    public void Nothing_added_is_a_range_of_zero()
    {
        var histogram = new TensorHistogram();
        histogram.Add([]);
        Assert.Equal(0, histogram.LargestMagnitude);
        Assert.Equal(0, new EntropyCalibrator().Range(histogram));
        Assert.Equal(0, new PercentileCalibrator(99.9).Range(histogram));
    }
}
