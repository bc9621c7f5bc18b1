using System.Buffers.Binary;

namespace Tao.Imaging.Formats;

/// <summary>Walks the chunks of a PNG file (ISO/IEC 15948), checks their CRCs and keeps only the chunks that make the picture.</summary>
internal sealed class PngReader : IFormatReader
{
    private const int ChunkOverhead = 12; // length, type, CRC

    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public ImageInfo ReadHeader(ReadOnlySpan<byte> data)
    {
        var position = Signature.Length;
        var header = NextChunk(data, ref position);
        if (!Type(header).SequenceEqual("IHDR"u8) || Payload(header).Length != 13)
            throw new ImageException(ImageFault.Corrupt, "The PNG file does not begin with its header.");
        var fields = Payload(header);
        var width = BinaryPrimitives.ReadInt32BigEndian(fields);
        var height = BinaryPrimitives.ReadInt32BigEndian(fields[4..]);
        var channels = fields[9] switch { 0 => 1, 2 => 3, 3 => 3, 4 => 2, 6 => 4, _ => 0 };
        if (width <= 0 || height <= 0 || channels == 0 || fields[8] is not (1 or 2 or 4 or 8 or 16))
            throw new ImageException(ImageFault.Corrupt, "The PNG header contradicts itself.");
        return new ImageInfo(width, height, channels, fields[8], ImageFormat.Png, FindOrientation(data, position));
    }

    /// <summary>The file with its critical chunks only: colour profiles and texts make libpng print warnings, and tRNS would bring back alpha.</summary>
    public ReadOnlySpan<byte> PrepareForDecoder(ReadOnlySpan<byte> data)
    {
        var kept = new byte[data.Length];
        Signature.CopyTo(kept);
        var (count, position, hasPixels) = (Signature.Length, Signature.Length, false);
        while (true)
        {
            var chunk = NextChunk(data, ref position);
            var type = Type(chunk);
            var isCritical = (type[0] & 0x20) == 0;
            if (!isCritical)
                continue;
            if (Crc32.Compute(chunk[4..^4]) != BinaryPrimitives.ReadUInt32BigEndian(chunk[^4..]))
                throw new ImageException(ImageFault.Corrupt, "A PNG chunk has a wrong checksum.");
            chunk.CopyTo(kept.AsSpan(count));
            count += chunk.Length;
            hasPixels |= type.SequenceEqual("IDAT"u8);
            if (type.SequenceEqual("IEND"u8))
                break;
        }
        if (!hasPixels)
            throw new ImageException(ImageFault.Corrupt, "The PNG file has no pixels.");
        return kept.AsSpan(0, count);
    }

    private static int FindOrientation(ReadOnlySpan<byte> data, int position)
    {
        while (position + ChunkOverhead <= data.Length)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(data[position..]);
            if (length > data.Length - position - ChunkOverhead)
                return 1;
            var chunk = data.Slice(position, (int)length + ChunkOverhead);
            if (Type(chunk).SequenceEqual("eXIf"u8))
                return TiffDirectory.Orientation(Payload(chunk));
            position += chunk.Length;
        }
        return 1;
    }

    private static ReadOnlySpan<byte> NextChunk(ReadOnlySpan<byte> data, ref int position)
    {
        if (position + ChunkOverhead > data.Length)
            throw Truncated();
        var length = BinaryPrimitives.ReadUInt32BigEndian(data[position..]);
        if (length > int.MaxValue)
            throw new ImageException(ImageFault.Corrupt, "A PNG chunk has an impossible length.");
        if (length > data.Length - position - ChunkOverhead)
            throw Truncated();
        var chunk = data.Slice(position, (int)length + ChunkOverhead);
        position += chunk.Length;
        return chunk;
    }

    private static ReadOnlySpan<byte> Type(ReadOnlySpan<byte> chunk) => chunk.Slice(4, 4);

    private static ReadOnlySpan<byte> Payload(ReadOnlySpan<byte> chunk) => chunk[8..^4];

    private static ImageException Truncated() => new(ImageFault.Truncated, "The PNG file ends before its last chunk.");
}
