namespace Tao.Specs.Tests.Syntax;

public sealed class YamlParserTests
{
    private static (SpecBlock Root, IReadOnlyList<Diagnostic> Found) Parse(string text)
    {
        var bag = new DiagnosticBag();
        return (SpecReader.Parse(text, "spec.yaml", SpecFormat.Yaml, bag), bag.Items);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("# comment\n---\n", "")]
    [InlineData("a: 1\nb: text\nc: 'x'\nd: \"y\"", "a=~1 b=~text c=\"x\" d=\"y\"")]
    [InlineData("a:\n  b: 1\n  c: [1, 2]\n  d:\n  - e: 3\n", "a={b=~1 c=[~1,~2] d=[{e=~3}]}")]
    [InlineData("a: !!str 5\nb: ~\nc:\nd: null", "a=\"5\" b=~ c= d=null")]
    [InlineData("a: &x {p: 1}\nb: *x", "a={p=~1} b={p=~1}")]
    [InlineData("base: &x {p: 1, q: 2}\nb:\n  <<: *x\n  q: 3", "base={p=~1 q=~2} b={q=~3 p=~1}")]
    [InlineData("x: &x {p: 1}\ny: &y {p: 2, q: 2}\nb:\n  <<: [*x, *y]", "x={p=~1} y={p=~2 q=~2} b={p=~1 q=~2}")]
    [InlineData("a: |\n  two\n  lines\n", "a=\"two\nlines\n\"")]
    public void Every_form_is_read(string text, string expected)
    {
        var (root, found) = Parse(text);

        Assert.Empty(found);
        Assert.Equal(expected, TreeText.Of(root));
    }

    [Fact]
    public void Names_and_values_know_their_places()
    {
        var (root, _) = Parse("a: 1\nmsg:\n  b: x\n");

        Assert.Equal("a@1:1/1:4 msg@2:1/3:3 { b@3:3/3:6 }", TreeText.Positions(root));
    }

    [Theory]
    [InlineData("a: [1, 2", "TAO1008")]
    [InlineData("a: 1\n  b: 2\n c: 3", "TAO1008")]
    [InlineData("- 1\n- 2", "TAO1008")]
    [InlineData("a: *nowhere", "TAO1008")]
    [InlineData("a: 1\n---\nb: 2", "TAO1008")]
    [InlineData("? [a, b]\n: 1", "TAO1008")]
    [InlineData("b:\n  <<: 3", "TAO1008")]
    [InlineData("a: 1\na: 2", "TAO1010")]
    public void Errors_are_reported_with_a_place(string text, string code)
    {
        var (_, found) = Parse(text);

        Assert.Contains(found, item => item.Code == code && item.Location is { Line: >= 1, Column: >= 1 });
    }

    [Fact]
    public void A_bomb_of_aliases_is_refused()
    {
        var lines = new List<string> { "a0: &a0 [x, x, x, x, x, x, x, x, x, x]" };
        for (var level = 1; level < 9; level++)
            lines.Add($"a{level}: &a{level} [{string.Join(", ", Enumerable.Repeat($"*a{level - 1}", 10))}]");

        var (_, found) = Parse(string.Join('\n', lines));

        Assert.Contains(found, item => item.Code == SpecCodes.YamlSyntax && item.Message.Contains("expand", StringComparison.Ordinal));
    }

    [Fact]
    public void Deep_nesting_is_refused_and_not_a_crash()
    {
        var (_, found) = Parse(new string('[', 5_000));

        Assert.Contains(found, item => item.Code == SpecCodes.YamlSyntax);
    }
}
