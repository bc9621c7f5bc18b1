namespace Tao.Specs.Syntax;

/// <summary>Turns offsets into lines and columns. A line ends at LF, CR LF or a lone CR.</summary>
internal sealed class TextPositions
{
    private readonly string _file;
    private readonly List<int> _lineStarts = [0];

    public TextPositions(string text, string file)
    {
        _file = file;
        for (var index = 0; index < text.Length; index++)
        {
            var endsLine = text[index] == '\n' || (text[index] == '\r' && (index + 1 == text.Length || text[index + 1] != '\n'));
            if (endsLine)
                _lineStarts.Add(index + 1);
        }
    }

    public int LineOf(int offset)
    {
        var found = _lineStarts.BinarySearch(offset);
        return found >= 0 ? found + 1 : ~found;
    }

    public SourceLocation At(int offset)
    {
        var line = LineOf(offset);
        return new(_file, line, offset - _lineStarts[line - 1] + 1);
    }
}
