namespace Tao.Specs.Tests.Syntax;

public sealed class StringEscapesTests
{
    private static (string Text, IReadOnlyList<Diagnostic> Found) Read(string literal)
    {
        var bag = new DiagnosticBag();
        var root = SpecReader.Parse($"a: \"{literal}\"", "spec.txt", SpecFormat.ProtobufText, bag);
        return (((SpecScalar)root.Entries.Single().Value).Text, bag.Items);
    }

    [Theory]
    [InlineData("""\a\b\f\n\r\t\v""", "\a\b\f\n\r\t\v")]
    [InlineData("""\\ \' \" \?""", "\\ ' \" ?")]
    [InlineData("""\101\7\60""", "A\a0")]
    [InlineData("""\x41\x7\X42""", "A\aB")]
    [InlineData("""\303\244""", "ä")]
    [InlineData("""\xc3\xa4""", "ä")]
    [InlineData("""\u00e4""", "ä")]
    [InlineData("""\U0001F600""", "😀")]
    [InlineData("ä😀 plain", "ä😀 plain")]
    [InlineData("""\0001""", "\u00001")]
    public void Escapes_are_decoded(string literal, string expected)
    {
        var (text, found) = Read(literal);

        Assert.Empty(found);
        Assert.Equal(expected, text);
    }

    [Theory]
    [InlineData("""\d""", 5)]
    [InlineData("""ab\z""", 7)]
    [InlineData("""\x""", 5)]
    [InlineData("""\u12""", 5)]
    [InlineData("""\ud800""", 5)]
    [InlineData("""\U00110000""", 5)]
    [InlineData("""\777""", 5)]
    [InlineData("""\xff""", 5)]
    public void Bad_escapes_are_reported_at_their_column(string literal, int column)
    {
        var (_, found) = Read(literal);

        Assert.Contains(found, item => item.Code == SpecCodes.BadEscape && item.Location == new SourceLocation("spec.txt", 1, column));
    }
}
