using Tao.Specs;

namespace Tao.Cli.Tests.Commands;

public sealed class HelpCommandTests : IDisposable
{
    private readonly CliWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public void Every_code_has_a_page()
    {
        Assert.Equal(0, _world.Tao(["help", .. DiagnosticCatalog.All.Select(descriptor => descriptor.Code)]));

        foreach (var descriptor in DiagnosticCatalog.All)
            Assert.Contains($"{descriptor.Code}: {descriptor.Title}\n", _world.Output, StringComparison.Ordinal);
        Assert.All(_world.Output.Split('\n'), line => Assert.True(line.Length <= 100, line));
    }

    [Fact]
    public void A_page_says_what_the_code_means_and_what_to_do()
    {
        Assert.Equal(0, _world.Tao("help", "tao1003"));

        Assert.Equal(
            """
            TAO1003: The spec breaks the rules of protobuf text format

            A field is a name, then ':' and a value or '{ ... }'. Reading went on at the next line, so later
            findings are real.

            What to do:
              Write 'name: value' or 'name { ... }'.

            """,
            _world.Output);
    }

    [Fact]
    public void Without_a_code_all_are_listed()
    {
        Assert.Equal(0, _world.Tao("help"));

        Assert.Equal(DiagnosticCatalog.All.Length, _world.Output.TrimEnd().Split('\n').Length);
    }

    [Fact]
    public void A_code_that_is_none_is_said()
    {
        Assert.Equal(1, _world.Tao("help", "TAO9999"));

        Assert.Contains("There is no code 'TAO9999'.", _world.Error, StringComparison.Ordinal);
    }
}
