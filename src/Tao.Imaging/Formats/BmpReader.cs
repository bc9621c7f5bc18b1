using System.Buffers.Binary;

namespace Tao.Imaging.Formats;

/// <summary>Reads the two headers of a Windows bitmap.</summary>
internal sealed class BmpReader : IFormatReader
{
    private const int FileHeader = 14;

    public ImageInfo ReadHeader(ReadOnlySpan<byte> data)
    {
        var header = Parse(data);
        var channels = header.Bits switch { 32 => 4, _ => 3 };
        return new ImageInfo(header.Width, Math.Abs(header.Height), channels, 8, ImageFormat.Bmp, 1);
    }

    public ReadOnlySpan<byte> PrepareForDecoder(ReadOnlySpan<byte> data)
    {
        var header = Parse(data);
        var stride = ((long)header.Width * header.Bits + 31) / 32 * 4;
        // 0 = raw and 3 = bit fields have a known size; run-length coded rows (1, 2) are left to the decoder.
        if (header.Compression is 0 or 3 && header.Offset + stride * Math.Abs((long)header.Height) > data.Length)
            throw Truncated();
        return data;
    }

    private static Header Parse(ReadOnlySpan<byte> data)
    {
        if (data.Length < FileHeader + 12)
            throw Truncated();
        var offset = BinaryPrimitives.ReadUInt32LittleEndian(data[10..]);
        var size = BinaryPrimitives.ReadUInt32LittleEndian(data[14..]);
        if (size != 12 && data.Length < FileHeader + 40)
            throw Truncated();
        var header = size == 12
            ? new Header(offset, Short(data, 18), (short)Short(data, 20), Short(data, 24), 0)
            : new Header(offset, Int(data, 18), Int(data, 22), Short(data, 28), Int(data, 30));
        if (size is not 12 and < 40 || header.Width <= 0 || header.Height is 0 or int.MinValue || header.Bits is not (1 or 4 or 8 or 16 or 24 or 32))
            throw new ImageException(ImageFault.Corrupt, "The BMP header contradicts itself.");
        // 4 and 5 embed JPEG and PNG for printers, the rest is not defined.
        if (header.Compression is < 0 or > 3)
            throw new ImageException(ImageFault.Unsupported, $"BMP compression {header.Compression} is not read.");
        return header;
    }

    private static ushort Short(ReadOnlySpan<byte> data, int at) => BinaryPrimitives.ReadUInt16LittleEndian(data[at..]);

    private static int Int(ReadOnlySpan<byte> data, int at) => BinaryPrimitives.ReadInt32LittleEndian(data[at..]);

    private static ImageException Truncated() => new(ImageFault.Truncated, "The BMP file ends before its last row.");

    private readonly record struct Header(uint Offset, int Width, int Height, int Bits, int Compression);
}
