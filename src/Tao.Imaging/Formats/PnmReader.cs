namespace Tao.Imaging.Formats;

/// <summary>Reads the header of the netpbm formats P1 to P6.</summary>
internal sealed class PnmReader : IFormatReader
{
    public static bool IsSpace(byte value) => value is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';

    public ImageInfo ReadHeader(ReadOnlySpan<byte> data) => Parse(data).Info;

    public ReadOnlySpan<byte> PrepareForDecoder(ReadOnlySpan<byte> data)
    {
        var (info, start) = Parse(data);
        var kind = data[1] - '0';
        if (kind < 4)
            return data;
        var rowBits = kind == 4 ? (info.Width + 7L) / 8 * 8 : (long)info.Width * info.Channels * info.BitDepth;
        if (start + rowBits / 8 * info.Height > data.Length)
            throw new ImageException(ImageFault.Truncated, "The PPM file ends before its last row.");
        return data;
    }

    private static (ImageInfo Info, int Start) Parse(ReadOnlySpan<byte> data)
    {
        var kind = data[1] - '0';
        var position = 2;
        var width = ReadNumber(data, ref position);
        var height = ReadNumber(data, ref position);
        var maximum = kind is 1 or 4 ? 1 : ReadNumber(data, ref position);
        if (width <= 0 || height <= 0 || maximum is <= 0 or > 65535)
            throw new ImageException(ImageFault.Corrupt, "The PPM header contradicts itself.");
        var depth = kind is 1 or 4 ? 1 : maximum > 255 ? 16 : 8;
        return (new ImageInfo(width, height, kind is 3 or 6 ? 3 : 1, depth, ImageFormat.Ppm, 1), position + 1);
    }

    private static int ReadNumber(ReadOnlySpan<byte> data, ref int position)
    {
        SkipSpaceAndComments(data, ref position);
        var start = position;
        long value = 0;
        while (position < data.Length && data[position] is >= (byte)'0' and <= (byte)'9' && value < int.MaxValue)
            value = value * 10 + (data[position++] - '0');
        if (position >= data.Length)
            throw new ImageException(ImageFault.Truncated, "The PPM file ends within its header.");
        if (position == start || value > int.MaxValue)
            throw new ImageException(ImageFault.Corrupt, "The PPM header holds something that is no number.");
        return (int)value;
    }

    private static void SkipSpaceAndComments(ReadOnlySpan<byte> data, ref int position)
    {
        while (position < data.Length && (IsSpace(data[position]) || data[position] == '#'))
        {
            if (data[position] == '#')
                while (position + 1 < data.Length && data[position] != '\n')
                    position++;
            position++;
        }
    }
}
