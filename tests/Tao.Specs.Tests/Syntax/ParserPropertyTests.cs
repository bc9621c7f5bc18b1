using FsCheck.Xunit;

namespace Tao.Specs.Tests.Syntax;

public sealed class ParserPropertyTests
{
    private static readonly string[] _fragments =
    [
        "{", "}", "<", ">", "[", "]", ":", ",", ";", "-", "\"", "'", "\\", "#", "\n", "\r", " ", "a", "name", "1", "0x", "1e", ".", "\"x\"", "inf", "- ", "? ", "&a ", "*a", "!!", "|", "%", "@", "null", "true", "//", "\t", "\0", "\uD800", "ä", "<<: ", "---\n",
    ];

    [Property(MaxTest = 200)]
    public void A_tree_printed_in_any_style_reads_back_equal(int seed)
    {
        var random = new RandomProtoText(seed);
        var tree = random.Tree();
        var bag = new DiagnosticBag();

        var read = SpecReader.Parse(random.Print(tree), "spec.txt", SpecFormat.ProtobufText, bag);

        Assert.Empty(bag.Items);
        Assert.Equal(TreeText.Of(tree), TreeText.Of(read));
    }

    [Property(MaxTest = 200)]
    public void Garbage_never_throws(string? garbage) => ReadInEveryLanguage(garbage ?? "");

    [Property(MaxTest = 400)]
    public void Scrambled_fragments_never_throw(int seed)
    {
        var random = new Random(seed);
        ReadInEveryLanguage(string.Concat(Enumerable.Range(0, random.Next(1, 25)).Select(_ => _fragments[random.Next(_fragments.Length)])));
    }

    [Property(MaxTest = 200)]
    public void A_damaged_spec_is_reported_or_read_but_never_throws(int seed)
    {
        var random = new Random(seed);
        var maker = new RandomProtoText(seed);
        var text = maker.Print(maker.Tree());
        var at = random.Next(text.Length + 1);
        ReadInEveryLanguage(text[..at] + _fragments[random.Next(_fragments.Length)] + text[Math.Min(text.Length, at + random.Next(3))..]);
    }

    private static void ReadInEveryLanguage(string text)
    {
        foreach (var format in Enum.GetValues<SpecFormat>())
        {
            var bag = new DiagnosticBag();
            var root = SpecReader.Parse(text, "spec.txt", format, bag);
            var lines = text.Split('\n', '\r').Length;
            Assert.All(bag.Items, item => Assert.InRange(item.Location!.Line, 1, lines + 1));
            SpecBinder.Bind<SampleSpec>(root, bag);
        }
    }
}
