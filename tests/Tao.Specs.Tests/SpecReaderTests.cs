using System.Text;

namespace Tao.Specs.Tests;

public sealed class SpecReaderTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("tao-specs-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Theory]
    [InlineData("a.txt", SpecFormat.ProtobufText)]
    [InlineData("a.cfg", SpecFormat.ProtobufText)]
    [InlineData("a.prototxt", SpecFormat.ProtobufText)]
    [InlineData("a.pbtxt", SpecFormat.ProtobufText)]
    [InlineData("a", SpecFormat.ProtobufText)]
    [InlineData("a.yaml", SpecFormat.Yaml)]
    [InlineData("a.YML", SpecFormat.Yaml)]
    [InlineData("dir.yaml/a.json", SpecFormat.Json)]
    public void The_extension_chooses_the_language(string path, SpecFormat expected) => Assert.Equal(expected, SpecReader.FormatOf(path));

    [Fact]
    public void A_file_with_a_byte_order_mark_and_no_last_line_end_is_read()
    {
        var path = Path.Combine(_root, "spec é.txt");
        File.WriteAllText(path, "a: 'ä'\r\nb: 2", new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        var bag = new DiagnosticBag();

        var root = SpecReader.Read(path, bag);

        Assert.Empty(bag.Items);
        Assert.Equal("a=\"ä\" b=2", TreeText.Of(root));
        Assert.Equal(new SourceLocation(path, 1, 1), root.Entries[0].Location);
    }

    [Fact]
    public void A_file_that_is_not_there_is_reported()
    {
        var bag = new DiagnosticBag();

        SpecReader.Read(Path.Combine(_root, "none.txt"), bag);
        SpecReader.Read(_root, bag);

        Assert.Equal([SpecCodes.Unreadable, SpecCodes.Unreadable], bag.Items.Select(item => item.Code));
    }

    [Fact]
    public void A_file_in_another_encoding_is_reported_at_the_byte()
    {
        var path = Path.Combine(_root, "latin.txt");
        File.WriteAllBytes(path, Encoding.Latin1.GetBytes("a: 1\n# für\n"));
        var bag = new DiagnosticBag();

        SpecReader.Read(path, bag);

        var only = Assert.Single(bag.Items);
        Assert.Equal((SpecCodes.NotUtf8, new SourceLocation(path, 2, 4)), (only.Code, only.Location));
    }
}
