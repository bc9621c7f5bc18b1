namespace Tao.Specs.Tests.Syntax;

public sealed class ProtoTextParserTests
{
    private static (SpecBlock Root, IReadOnlyList<Diagnostic> Found) Parse(string text)
    {
        var bag = new DiagnosticBag();
        return (SpecReader.Parse(text, "spec.txt", SpecFormat.ProtobufText, bag), bag.Items);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("# only a comment", "")]
    [InlineData("a: 1 # comment\nb: 2", "a=1 b=2")]
    [InlineData("a: 1", "a=1")]
    [InlineData("a: 1\r\nb: 2\r\n", "a=1 b=2")]
    [InlineData("a: 1\rb: 2", "a=1 b=2")]
    [InlineData("\uFEFFa: 1", "a=1")]
    [InlineData("a { b: 1 }", "a={b=1}")]
    [InlineData("a: { b: 1 }", "a={b=1}")]
    [InlineData("a < b: 1 >", "a={b=1}")]
    [InlineData("a: < b { } >", "a={b={}}")]
    [InlineData("a{b{c:1}d:2}", "a={b={c=1} d=2}")]
    [InlineData("arch: \"resnet\", n: 18; m { x: 1, }, k: 2", "arch=\"resnet\" n=18 m={x=1} k=2")]
    [InlineData("m { key: \"a\" value { } } m { key: \"b\" value: { } };", "m={key=\"a\" value={}} m={key=\"b\" value={}}")]
    [InlineData("a: [1, 2, -3]", "a=[1,2,-3]")]
    [InlineData("a [ { b: 1 }, < b: 2 > ]", "a=[{b=1},{b=2}]")]
    [InlineData("a: []", "a=[]")]
    [InlineData("a: ['x' \"y\", 'z']", "a=[\"xy\",\"z\"]")]
    [InlineData("a: \"one \" 'two '\n  \"three\"", "a=\"one two three\"")]
    [InlineData("a: 'it\"s' b: \"it's\" c: \"# no comment\"", "a=\"it\"s\" b=\"it's\" c=\"# no comment\"")]
    [InlineData("a: true b: False c: t d: BILINEAR e: -inf f: nan g: - infinity", "a=true b=False c=t d=BILINEAR e=-inf f=nan g=-infinity")]
    [InlineData("a: 5e-5 b: .5 c: 1. d: 1f e: 0x1F f: 017 g: -1.5E+3 h: - 2", "a=5e-5 b=.5 c=1. d=1f e=0x1F f=017 g=-1.5E+3 h=-2")]
    [InlineData("a: 1 a: 2", "a=1 a=2")]
    public void Every_form_of_the_format_is_read(string text, string expected)
    {
        var (root, found) = Parse(text);

        Assert.Empty(found);
        Assert.Equal(expected, TreeText.Of(root));
    }

    [Fact]
    public void Names_and_values_know_their_places()
    {
        var (root, _) = Parse("a: 1\r\n  msg {\r\n\tb: 'x'\r\n  }  c  :  2");

        Assert.Equal("a@1:1/1:4 msg@2:3/2:7 { b@3:2/3:5 } c@4:6/4:12", TreeText.Positions(root));
    }

    [Theory]
    [InlineData("a 1\nb: 2", "TAO1003 1:3", "b=2")]
    [InlineData("a:\nb: 2", "TAO1003 1:1", "b=2")]
    [InlineData("a\nb: 2", "TAO1003 1:1", "b=2")]
    [InlineData("m { a: }\nb: 2", "TAO1003 1:5", "m={} b=2")]
    [InlineData("a: : 1\nb: 2", "TAO1003 1:4", "b=2")]
    [InlineData("1: 2\nb: 2", "TAO1003 1:1", "b=2")]
    [InlineData("[ext.field]: 1\nb: 2", "TAO1003 1:1", "b=2")]
    [InlineData("a: @@ 1\nb: 2", "TAO1003 1:4", "a=1 b=2")]
    [InlineData("a: \"x\nb: 2", "TAO1004 1:4", "a=\"x\" b=2")]
    [InlineData("a { b: 1\nc: 2", "TAO1005 1:3", "a={b=1 c=2}")]
    [InlineData("m { { a: 1 } b: 2 }", "TAO1003 1:5", "m={a=1 b=2}")]
    [InlineData("a: 1 }\nb: 2", "TAO1005 1:6", "a=1 b=2")]
    [InlineData("a { b: 1 >\nc: 2", "TAO1005 1:10", "a={b=1} c=2")]
    [InlineData("a: [1, 2\nb: 2", "TAO1003 2:1", "")]
    [InlineData("a: [1 2]\nb: 2", "TAO1003 1:7", "b=2")]
    [InlineData("a: \"\\q\"\nb: 2", "TAO1007 1:5", "a=\"\" b=2")]
    [InlineData("a: \"C:\\data\"\nb: 2", "TAO1007 1:7", "a=\"C:ata\" b=2")]
    public void After_an_error_reading_goes_on(string text, string finding, string rest)
    {
        var (root, found) = Parse(text);

        var only = Assert.Single(found);
        Assert.Equal(finding, $"{only.Code} {only.Location!.Line}:{only.Location.Column}");
        Assert.Equal(DiagnosticSeverity.Error, only.Severity);
        Assert.NotNull(only.Remedy);
        Assert.Equal(rest, TreeText.Of(root));
    }

    [Fact]
    public void All_errors_of_a_file_are_found_in_one_run()
    {
        var (root, found) = Parse("a 1\nb: 2\nc: 'x\nd: 3\ne { f: * }\ng: 4 }\nh: 5");

        Assert.Equal([1, 3, 5, 5, 6], found.Select(item => item.Location!.Line).Order());
        Assert.Equal("b=2 c=\"x\" d=3 e={} g=4 h=5", TreeText.Of(root));
    }

    [Fact]
    public void Deep_nesting_is_refused_and_not_a_crash()
    {
        var (_, found) = Parse(string.Concat(Enumerable.Repeat("a { ", 100_000)));

        Assert.Contains(found, item => item.Code == SpecCodes.TooDeep);
        Assert.True(found.Count < 200);
    }
}
