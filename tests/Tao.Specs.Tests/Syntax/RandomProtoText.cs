using System.Globalization;
using System.Text;

namespace Tao.Specs.Tests.Syntax;

/// <summary>Makes random trees and prints them in a random mixture of all the styles that protobuf text allows.</summary>
internal sealed class RandomProtoText(int seed)
{
    private static readonly SourceLocation _nowhere = new("", 1, 1);
    private static readonly string[] _names = ["a", "arch", "n_layers", "value", "key", "Input_2", "_x", "true", "inf"];
    private static readonly string[] _words = ["true", "False", "BILINEAR", "inf", "-inf", "nan", "t"];
    private static readonly string[] _numbers = ["0", "-1", "18", "0x1F", "017", "5e-5", ".5", "1.", "1f", "-2.5E+10", "1.5F"];
    private static readonly string[] _pieces = ["", "text", "with space", "#", "{", "}", "\"", "'", "\\", "\n", "\r\n", "\t", "ä", "😀", "\0", "1", "a:b,c;"];

    private readonly Random _random = new(seed);

    public SpecBlock Tree(int depth = 0)
    {
        var count = _random.Next(depth == 0 ? 6 : 4);
        return new([.. Enumerable.Range(0, count).Select(_ => new SpecEntry(Pick(_names), Node(depth), _nowhere))], IsMapping: false, _nowhere);
    }

    public string Print(SpecBlock block)
    {
        var text = new StringBuilder();
        foreach (var entry in block.Entries)
        {
            text.Append(Blank()).Append(entry.Name).Append(Blank());
            if (entry.Value is SpecScalar or SpecList { Items: [] or [SpecScalar, ..] } || _random.Next(2) == 0)
                text.Append(':').Append(Blank());
            text.Append(Print(entry.Value)).Append(Pick(" ", "\n", "\r\n", ",", ";", " , ", "\t;"));
        }

        return text.Append(Blank()).ToString();
    }

    private SpecNode Node(int depth) => _random.Next(depth < 4 ? 6 : 3) switch
    {
        0 => new SpecScalar(SpecScalarKind.Word, Pick(_words), _nowhere),
        1 => new SpecScalar(SpecScalarKind.Number, Pick(_numbers), _nowhere),
        2 => Text(),
        3 => new SpecList([.. Enumerable.Range(0, _random.Next(4)).Select(_ => Text())], _nowhere),
        4 => new SpecList([.. Enumerable.Range(0, _random.Next(1, 3)).Select(_ => Tree(depth + 1))], _nowhere),
        _ => Tree(depth + 1),
    };

    private SpecScalar Text() => new(SpecScalarKind.Text, string.Concat(Enumerable.Range(0, _random.Next(4)).Select(_ => Pick(_pieces))), _nowhere);

    private string Print(SpecNode node) => node switch
    {
        SpecBlock block => _random.Next(2) == 0 ? $"{{{Print(block)}}}" : $"<{Print(block)}>",
        SpecList list => $"[{string.Join(',', list.Items.Select(item => $"{Blank()}{Print(item)}{Blank()}"))}]",
        SpecScalar { Kind: SpecScalarKind.Text } text => Literals(text.Text),
        SpecScalar scalar => scalar.Text.StartsWith('-') ? $"-{Blank()}{scalar.Text[1..]}" : scalar.Text,
        _ => throw new ArgumentException("No such node.", nameof(node)),
    };

    private string Literals(string text)
    {
        var split = Rune.IsValid(text.Length == 0 ? 0 : text[text.Length / 2]) ? text.Length / 2 : 0;
        var isWhole = _random.Next(2) == 0 || (split > 0 && char.IsLowSurrogate(text[split]));
        return isWhole ? Literal(text) : $"{Literal(text[..split])}{Blank()}{Literal(text[split..])}";
    }

    private string Literal(string text)
    {
        var quote = Pick("\"", "'");
        return quote + string.Concat(text.EnumerateRunes().Select(rune => Letter(rune, quote[0]))) + quote;
    }

    private string Letter(Rune rune, char quote)
    {
        var value = rune.ToString();
        var mustEscape = rune.Value is '\\' or '\n' or '\r' || rune.Value == quote;
        return _random.Next(mustEscape ? 1 : 0, 5) switch
        {
            0 => value,
            1 => string.Concat(Encoding.UTF8.GetBytes(value).Select(item => "\\" + Convert.ToString(item, 8).PadLeft(3, '0'))),
            2 => string.Concat(Encoding.UTF8.GetBytes(value).Select(item => "\\x" + item.ToString("x2", CultureInfo.InvariantCulture))),
            3 when rune.Value <= char.MaxValue => "\\u" + rune.Value.ToString("X4", CultureInfo.InvariantCulture),
            _ => "\\U" + rune.Value.ToString("x8", CultureInfo.InvariantCulture),
        };
    }

    private string Blank() => Pick("", " ", "\n", "\r\n  ", "\t", " # note: { \" ' }\n", "\n\n");

    private string Pick(params string[] choices) => choices[_random.Next(choices.Length)];
}
