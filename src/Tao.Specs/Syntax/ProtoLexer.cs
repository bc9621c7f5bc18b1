using System.Collections.Immutable;

namespace Tao.Specs.Syntax;

/// <summary>Cuts protobuf text into tokens. Bad characters are reported once a run and skipped.</summary>
internal sealed class ProtoLexer(string text, TextPositions positions, DiagnosticBag bag)
{
    private const string _symbols = "{}<>[]:,;-/.";

    private int _offset;

    public ImmutableArray<ProtoToken> Tokens()
    {
        var tokens = ImmutableArray.CreateBuilder<ProtoToken>();
        while (true)
        {
            SkipBlanks();
            if (_offset == text.Length)
                break;
            if (Next() is { Kind: not ProtoTokenKind.Bad } token)
                tokens.Add(token);
        }

        tokens.Add(Token(ProtoTokenKind.End, "end of file", text.Length));
        return tokens.ToImmutable();
    }

    private char Current => _offset < text.Length ? text[_offset] : '\0';

    private void SkipBlanks()
    {
        while (_offset < text.Length)
        {
            if (Current == '#')
                _offset = EndOfLine();
            else if (char.IsWhiteSpace(Current))
                _offset++;
            else
                return;
        }
    }

    private int EndOfLine()
    {
        var end = text.AsSpan(_offset).IndexOfAny('\n', '\r');
        return end < 0 ? text.Length : _offset + end;
    }

    private ProtoToken Next()
    {
        var start = _offset;
        if (IsWordStart(Current))
            return Run(ProtoTokenKind.Word, start, IsWordPart);
        if (char.IsAsciiDigit(Current) || (Current == '.' && start + 1 < text.Length && char.IsAsciiDigit(text[start + 1])))
            return Number(start);
        if (Current is '"' or '\'')
            return String(start);
        if (_symbols.Contains(Current, StringComparison.Ordinal))
        {
            _offset++;
            return Token(ProtoTokenKind.Symbol, text[start.._offset], start);
        }

        return Bad(start);
    }

    private ProtoToken Run(ProtoTokenKind kind, int start, Func<char, bool> belongs)
    {
        while (_offset < text.Length && belongs(Current))
            _offset++;
        return Token(kind, text[start.._offset], start);
    }

    /// <summary>Takes everything that could be part of a number, so that <c>12abc</c> is one bad number and not two tokens.</summary>
    private ProtoToken Number(int start)
    {
        while (_offset < text.Length)
        {
            var isExponentSign = Current is '+' or '-' && text[_offset - 1] is 'e' or 'E' && !IsHexadecimal(start);
            if (!IsWordPart(Current) && Current != '.' && !isExponentSign)
                break;
            _offset++;
        }

        return Token(ProtoTokenKind.Number, text[start.._offset], start);
    }

    private bool IsHexadecimal(int start) => _offset - start >= 2 && text[start] == '0' && text[start + 1] is 'x' or 'X';

    private ProtoToken String(int start)
    {
        var quote = Current;
        var end = start + 1;
        while (end < text.Length && text[end] != quote && text[end] is not ('\n' or '\r'))
            end += text[end] == '\\' && end + 1 < text.Length && text[end + 1] is not ('\n' or '\r') ? 2 : 1;

        if (end >= text.Length || text[end] != quote)
        {
            bag.Error(SpecCodes.UnterminatedString, $"The string that starts here has no closing {quote}.", $"Add {quote} at its end.", positions.At(start));
            _offset = Math.Min(end, text.Length);
            return Token(ProtoTokenKind.Text, text[(start + 1).._offset], start);
        }

        _offset = end + 1;
        return Token(ProtoTokenKind.Text, StringEscapes.Decode(text, start + 1, end, positions, bag), start);
    }

    private ProtoToken Bad(int start)
    {
        while (_offset < text.Length && !char.IsWhiteSpace(Current) && !IsWordPart(Current) && !_symbols.Contains(Current, StringComparison.Ordinal) && Current is not ('"' or '\'' or '#'))
            _offset++;
        bag.Error(SpecCodes.Syntax, $"'{text[start.._offset]}' has no meaning here.", "Remove it, or put text in quotes.", positions.At(start));
        return Token(ProtoTokenKind.Bad, text[start.._offset], start);
    }

    private ProtoToken Token(ProtoTokenKind kind, string value, int start) => new(kind, value, start, positions.LineOf(start));

    private static bool IsWordStart(char letter) => char.IsAsciiLetter(letter) || letter == '_';

    private static bool IsWordPart(char letter) => char.IsAsciiLetterOrDigit(letter) || letter == '_';
}
