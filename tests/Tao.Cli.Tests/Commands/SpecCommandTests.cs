using System.Text.Json;

namespace Tao.Cli.Tests.Commands;

public sealed class SpecCommandTests : IDisposable
{
    private readonly CliWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public void A_good_spec_passes()
    {
        Assert.Equal(0, Check(_world.Write("good.txt", "n_epochs: 3")));

        Assert.EndsWith("good.txt: no problems\n", _world.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_problem_of_every_file_is_a_line_with_its_place()
    {
        Assert.Equal(1, Check(_world.Write("a.txt", "n_epocs: 3\nn_epochs: \"x\""), _world.Write("b.txt", "\n  other: 1")));

        var lines = _world.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, lines.Length);
        Assert.Contains("a.txt(1,1): error TAO", lines[0], StringComparison.Ordinal);
        Assert.Contains("n_epochs", lines[0], StringComparison.Ordinal);
        Assert.Contains("b.txt(2,3): error TAO", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public void Json_lists_the_problems()
    {
        Assert.Equal(1, Check(_world.Write("a.txt", "n_epocs: 3"), "--json"));

        Assert.Equal(1, JsonDocument.Parse(_world.Output).RootElement[0].GetProperty("line").GetInt32());
    }

    [Fact]
    public void Explain_shows_values_and_where_they_come_from()
    {
        Assert.Equal(0, _world.Tao("spec", "explain", "--network", "classification", _world.Write("empty.txt", "")));

        Assert.Equal("n_epochs = 7   # default\n", _world.Output);
    }

    [Theory]
    [InlineData("clasification", "--network cannot be 'clasification'. Did you mean 'classification'?")]
    [InlineData("zzz", "--network cannot be 'zzz'. Write one of: classification, ssd.")]
    public void A_mistyped_network_is_suggested(string network, string expected)
    {
        Assert.Equal(1, _world.Tao("spec", "check", "--network", network, "x.txt"));

        Assert.Contains(expected, _world.Error, StringComparison.Ordinal);
    }

    private int Check(params string[] arguments) => _world.Tao(["spec", "check", "--network", "classification", .. arguments]);
}
