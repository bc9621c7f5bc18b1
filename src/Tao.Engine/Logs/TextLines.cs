namespace Tao.Engine.Logs;

/// <summary>Finds whole lines in a file whose writer may have been killed.</summary>
internal static class TextLines
{
    /// <summary>The position behind the last line feed; 0 when there is none.</summary>
    public static long EndOfLastLine(Stream file)
    {
        Span<byte> one = stackalloc byte[1];
        for (var position = file.Length; position > 0; position--)
        {
            file.Position = position - 1;
            if (file.Read(one) == 1 && one[0] == (byte)'\n')
                return position;
        }
        return 0;
    }
}
