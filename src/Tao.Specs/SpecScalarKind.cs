namespace Tao.Specs;

public enum SpecScalarKind
{
    /// <summary>Quoted text.</summary>
    Text,

    /// <summary>A bare word: <c>true</c>, <c>BILINEAR</c>, <c>inf</c>, <c>-inf</c>.</summary>
    Word,

    /// <summary>A number literal.</summary>
    Number,

    /// <summary>An unquoted YAML scalar, which may be text, a number or a word: the field's type decides.</summary>
    Plain,

    /// <summary>YAML's or JSON's null: the field counts as not given.</summary>
    Null,
}
