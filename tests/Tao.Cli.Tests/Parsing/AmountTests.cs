using Tao.Cli.Parsing;

namespace Tao.Cli.Tests.Parsing;

public sealed class AmountTests
{
    [Theory]
    [InlineData("0", 0L)]
    [InlineData("1500", 1500L)]
    [InlineData("20GB", 20_000_000_000L)]
    [InlineData("1.5 gib", 1_610_612_736L)]
    [InlineData("2TiB", 2_199_023_255_552L)]
    [InlineData("", null)]
    [InlineData("GB", null)]
    [InlineData("1,5GB", null)]
    [InlineData("1e3", null)]
    [InlineData("99999999999TB", null)]
    public void Sizes(string text, long? expected) => Assert.Equal(expected, Amount.Bytes(text));

    [Theory]
    [InlineData("12h", 12d)]
    [InlineData("30d", 720d)]
    [InlineData("1.5W", 252d)]
    [InlineData("30", null)]
    [InlineData("30m", null)]
    [InlineData("99999999d", null)]
    public void Times(string text, double? hours) => Assert.Equal(hours, Amount.Time(text)?.TotalHours);
}
