using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Tao.Specs.Syntax;

/// <summary>
/// YamlDotNet 16.3 leaves its scanner by other exceptions than its own on some malformed flow collections; to the user all of them are
/// one thing, a syntax error near the last place that was read.
/// </summary>
internal sealed class GuardedYamlParser(TextReader text) : IParser
{
    private readonly Parser _parser = new(text);

    public ParsingEvent? Current => _parser.Current;

    public bool MoveNext()
    {
        try
        {
            return _parser.MoveNext();
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or IndexOutOfRangeException or FormatException or OverflowException)
        {
            var place = Current?.End ?? Mark.Empty;
            throw new YamlException(place, place, "a value is malformed after this place.", exception);
        }
    }
}
