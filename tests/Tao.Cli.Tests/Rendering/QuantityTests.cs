using Tao.Cli.Rendering;

namespace Tao.Cli.Tests.Rendering;

public sealed class QuantityTests
{
    [Theory]
    [InlineData(0, "0 B")]
    [InlineData(1023, "1023 B")]
    [InlineData(1536, "1.5 KiB")]
    [InlineData(45L << 20, "45.0 MiB")]
    public void Bytes_have_a_binary_unit(long bytes, string expected) => Assert.Equal(expected, Quantity.Bytes(bytes));

    [Theory]
    [InlineData(-1, "0:00")]
    [InlineData(59.6, "1:00")]
    [InlineData(3723, "1:02:03")]
    [InlineData(90000, "25:00:00")]
    public void Times_read_as_clocks(double seconds, string expected) => Assert.Equal(expected, Quantity.Clock(TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData(0, "0")]
    [InlineData(0.91236, "0.9124")]
    [InlineData(0.000012345, "1.23e-5")]
    [InlineData(double.NaN, "NaN")]
    public void Metrics_keep_four_digits(double value, string expected) => Assert.Equal(expected, Quantity.Metric(value));

    [Theory]
    [InlineData(0.999, "99 %")]
    [InlineData(1, "100 %")]
    public void A_percentage_is_100_only_at_the_end(double fraction, string expected) => Assert.Equal(expected, Quantity.Percent(fraction));
}
