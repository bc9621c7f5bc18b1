using System.Text;

namespace Tao.Specs.Syntax;

/// <summary>Lines and columns from offsets into UTF-8 bytes; columns count UTF-16 units like everywhere else.</summary>
internal sealed class BytePositions
{
    private readonly byte[] _bytes;
    private readonly string _file;
    private readonly List<int> _lineStarts = [0];

    public BytePositions(byte[] bytes, string file)
    {
        _bytes = bytes;
        _file = file;
        for (var index = 0; index < bytes.Length; index++)
        {
            if (bytes[index] == (byte)'\n')
                _lineStarts.Add(index + 1);
        }
    }

    public SourceLocation At(long offset)
    {
        var found = _lineStarts.BinarySearch((int)offset);
        var line = found >= 0 ? found : ~found - 1;
        return At(line, (int)offset - _lineStarts[line]);
    }

    /// <param name="line">Counts from 0, as System.Text.Json does.</param>
    /// <param name="byteInLine">Counts from 0.</param>
    public SourceLocation At(int line, int byteInLine)
    {
        var start = _lineStarts[Math.Min(line, _lineStarts.Count - 1)];
        var length = Math.Clamp(byteInLine, 0, _bytes.Length - start);
        return new(_file, line + 1, Encoding.UTF8.GetCharCount(_bytes, start, length) + 1);
    }
}
