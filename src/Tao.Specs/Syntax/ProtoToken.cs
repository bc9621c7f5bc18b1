namespace Tao.Specs.Syntax;

/// <param name="Text">Decoded text of a string; source text of everything else.</param>
/// <param name="Offset">Where the token starts in the source.</param>
internal readonly record struct ProtoToken(ProtoTokenKind Kind, string Text, int Offset, int Line)
{
    public bool Is(char symbol) => Kind == ProtoTokenKind.Symbol && Text[0] == symbol;
}
