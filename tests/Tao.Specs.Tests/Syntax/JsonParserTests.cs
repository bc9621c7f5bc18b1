namespace Tao.Specs.Tests.Syntax;

public sealed class JsonParserTests
{
    private static (SpecBlock Root, IReadOnlyList<Diagnostic> Found) Parse(string text)
    {
        var bag = new DiagnosticBag();
        return (SpecReader.Parse(text, "spec.json", SpecFormat.Json, bag), bag.Items);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("{}", "")]
    [InlineData("{\"a\": 1, \"b\": \"x\", \"c\": true, \"d\": null, \"e\": [1, 2.5e-3], \"f\": {\"g\": {}}}", "a=1 b=\"x\" c=true d=null e=[1,2.5e-3] f={g={}}")]
    [InlineData("// comment\n{\"a\": 1, /* and */ \"b\": 2,}", "a=1 b=2")]
    [InlineData("\uFEFF{\"a\": \"\\u00e4\"}", "a=\"ä\"")]
    public void Every_form_is_read(string text, string expected)
    {
        var (root, found) = Parse(text);

        Assert.Empty(found);
        Assert.Equal(expected, TreeText.Of(root));
    }

    [Fact]
    public void Columns_count_characters_and_not_bytes()
    {
        var (root, _) = Parse("{\n  \"ä\": 1, \"b\": 2\n}");

        Assert.Equal("ä@2:3/2:8 b@2:11/2:16", TreeText.Positions(root));
    }

    [Theory]
    [InlineData("{\"a\": }", "TAO1009 1:7")]
    [InlineData("{\"a\": 1", "TAO1009 1:8")]
    [InlineData("{\"a\": 1}\n}", "TAO1009 2:1")]
    [InlineData("[1]", "TAO1009 1:1")]
    [InlineData("{\"a\": 1,\n \"a\": 2}", "TAO1010 2:2")]
    [InlineData("{\"a\": \"\\ud800\"}", "TAO1007 1:7")]
    public void Errors_are_reported_at_their_place(string text, string finding)
    {
        var (_, found) = Parse(text);

        var only = Assert.Single(found);
        Assert.Equal(finding, $"{only.Code} {only.Location!.Line}:{only.Location.Column}");
    }
}
