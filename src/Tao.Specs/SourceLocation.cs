namespace Tao.Specs;

/// <summary>A place in a file the user wrote. Line and column count from 1; a column is a UTF-16 unit, as editors count it.</summary>
public sealed record SourceLocation(string File, int Line, int Column)
{
    /// <summary><c>file(line,col)</c>, the form MSBuild and editors recognise.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{File}({Line},{Column})");
}
