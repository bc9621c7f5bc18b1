using System.Collections.Immutable;
using System.Text;

namespace Tao.Specs.Syntax;

/// <summary>
/// Protobuf text format as TAO's specs use it. After an error the parser goes on at the next line that can start a field, so that
/// one run finds every error of a file.
/// </summary>
internal sealed class ProtoTextParser
{
    private const int _maximumDepth = 100;

    private readonly ImmutableArray<ProtoToken> _tokens;
    private readonly TextPositions _positions;
    private readonly DiagnosticBag _bag;
    private int _index;
    private int _depth;

    private ProtoTextParser(string text, string file, DiagnosticBag bag)
    {
        _positions = new(text, file);
        _bag = bag;
        _tokens = new ProtoLexer(text, _positions, bag).Tokens();
    }

    public static SpecBlock Parse(string text, string file, DiagnosticBag bag)
    {
        var parser = new ProtoTextParser(text, file, bag);
        return new(parser.Fields(opener: null), IsMapping: false, new(file, 1, 1));
    }

    private ProtoToken Current => _tokens[_index];

    private bool AtEnd => Current.Kind == ProtoTokenKind.End;

    private SourceLocation Here => _positions.At(Current.Offset);

    private ProtoToken Take()
    {
        var token = Current;
        if (!AtEnd)
            _index++;
        return token;
    }

    private bool TakeIf(char symbol)
    {
        if (!Current.Is(symbol))
            return false;
        _index++;
        return true;
    }

    private ImmutableArray<SpecEntry> Fields(ProtoToken? opener)
    {
        var entries = ImmutableArray.CreateBuilder<SpecEntry>();
        while (!AtEnd)
        {
            if (Current.Is('}') || Current.Is('>'))
            {
                if (Close(opener))
                    return entries.ToImmutable();
            }
            else if (IsOpener)
            {
                entries.AddRange(UnnamedBlock());
            }
            else if (Field() is { } entry)
            {
                entries.Add(entry);
            }
        }

        if (opener is { } open)
            _bag.Error(SpecCodes.UnbalancedBlock, $"This '{open.Text}' is never closed.", $"Add '{CloserOf(open)}' where the block ends.", _positions.At(open.Offset));
        return entries.ToImmutable();
    }

    /// <summary>A doubled brace or a forgotten name; either way its fields are read as part of the block around it.</summary>
    private ImmutableArray<SpecEntry> UnnamedBlock()
    {
        _bag.Error(SpecCodes.Syntax, $"This '{Current.Text}' has no field name before it.", "Write 'name { ... }', or remove the brace.", Here);
        return Block()?.Entries ?? [];
    }

    /// <returns>Whether the block ends here.</returns>
    private bool Close(ProtoToken? opener)
    {
        var location = Here;
        var closer = Take();
        if (opener is not { } open)
            _bag.Error(SpecCodes.UnbalancedBlock, $"This '{closer.Text}' closes nothing.", "Remove it, or add the brace that opens its block.", location);
        else if (!closer.Is(CloserOf(open)))
            _bag.Error(SpecCodes.UnbalancedBlock, $"This '{closer.Text}' meets a block that '{open.Text}' opened at {_positions.At(open.Offset)}.", $"Write '{CloserOf(open)}'.", location);
        return opener is not null;
    }

    private static char CloserOf(ProtoToken opener) => opener.Is('{') ? '}' : '>';

    private SpecEntry? Field()
    {
        if (Current.Kind != ProtoTokenKind.Word)
            return Fail<SpecEntry>(Current.Is('[') ? "Extension fields in square brackets are not part of TAO's specs." : $"Expected a field name, found '{Current.Text}'.", "Write 'name: value' or 'name { ... }'.");

        var location = Here;
        var name = Take();
        var hasColon = TakeIf(':');
        var value = hasColon || Current.Is('[') || IsOpener ? Value(name) : NoValue(name);
        if (value is null)
            return null;
        if (!TakeIf(','))
            TakeIf(';');
        return new(name.Text, value, location);
    }

    private SpecNode? NoValue(ProtoToken name)
    {
        // The next field or a closing brace goes on as usual; anything else on the line is part of the mistake.
        if (AtEnd || Current.Line != name.Line || Current.Is('}'))
        {
            ReportNoValue(name);
            return null;
        }

        return Fail<SpecNode>($"Expected ':' or '{{' after '{name.Text}', found '{Current.Text}'.", $"Write '{name.Text}: value' or '{name.Text} {{ ... }}'.");
    }

    private void ReportNoValue(ProtoToken name) =>
        _bag.Error(SpecCodes.Syntax, $"The field '{name.Text}' has no value.", $"Write '{name.Text}: value' or '{name.Text} {{ ... }}'.", _positions.At(name.Offset));

    private bool IsOpener => Current.Is('{') || Current.Is('<');

    private SpecNode? Value(ProtoToken name) => Current.Is('[') ? List(name) : Single(name);

    private SpecNode? Single(ProtoToken name)
    {
        if (IsOpener)
            return Block();
        var location = Here;
        var isNegative = TakeIf('-');
        switch (Current.Kind)
        {
            case ProtoTokenKind.Number:
                return new SpecScalar(SpecScalarKind.Number, Signed(isNegative, Take().Text), location);
            case ProtoTokenKind.Word when !StartsNextField:
                return new SpecScalar(SpecScalarKind.Word, Signed(isNegative, Take().Text), location);
            case ProtoTokenKind.Text when !isNegative:
                return Text(location);
            default:
                return MissingValue(name);
        }
    }

    /// <summary>A word on a later line that ':' or '{' follows is a field of its own: the value before it was forgotten.</summary>
    private bool StartsNextField => Current.Line != _tokens[_index - 1].Line && (_tokens[_index + 1].Is(':') || _tokens[_index + 1].Is('{'));

    private SpecNode? MissingValue(ProtoToken name)
    {
        if (AtEnd || Current.Is('}') || Current.Is('>') || Current.Kind == ProtoTokenKind.Word)
        {
            ReportNoValue(name);
            return null;
        }

        return Fail<SpecNode>($"'{Current.Text}' is not a value for '{name.Text}'.", "Write a number, text in quotes, a name, or a list in square brackets.");
    }

    private static string Signed(bool isNegative, string text) => isNegative ? "-" + text : text;

    /// <summary>Strings that stand next to each other are one string.</summary>
    private SpecScalar Text(SourceLocation location)
    {
        var text = new StringBuilder();
        while (Current.Kind == ProtoTokenKind.Text)
            text.Append(Take().Text);
        return new(SpecScalarKind.Text, text.ToString(), location);
    }

    private SpecBlock? Block()
    {
        var location = Here;
        var opener = Take();
        if (++_depth > _maximumDepth)
        {
            _bag.Error(SpecCodes.TooDeep, $"Blocks are nested more than {_maximumDepth} deep.", "Flatten the file.", location);
            _index = _tokens.Length - 1;
            return null;
        }

        var entries = Fields(opener);
        _depth--;
        return new(entries, IsMapping: false, location);
    }

    private SpecList? List(ProtoToken name)
    {
        var location = Here;
        var opener = Take();
        var items = ImmutableArray.CreateBuilder<SpecNode>();
        while (!Current.Is(']'))
        {
            if (AtEnd)
            {
                _bag.Error(SpecCodes.UnbalancedBlock, "This '[' is never closed.", "Add ']' where the list ends.", _positions.At(opener.Offset));
                return null;
            }

            if (Single(name) is not { } item)
                return null;
            items.Add(item);
            if (!TakeIf(',') && !Current.Is(']'))
                return Fail<SpecList>($"Expected ',' or ']' in the list '{name.Text}', found '{Current.Text}'.", "Separate the values with commas.");
        }

        Take();
        return new(items.ToImmutable(), location);
    }

    /// <summary>Reports and skips to the next line that can start or end a block's field.</summary>
    private T? Fail<T>(string message, string remedy)
        where T : class
    {
        _bag.Error(SpecCodes.Syntax, message, remedy, Here);
        var line = Current.Line;
        Take();
        while (!AtEnd && !Current.Is('}') && !Current.Is('>') && (Current.Line == line || Current.Kind != ProtoTokenKind.Word))
            line = Take().Line;
        return null;
    }
}
