namespace Tao.Specs.Syntax;

internal enum ProtoTokenKind
{
    Word,
    Number,
    Text,
    Symbol,
    Bad,
    End,
}
