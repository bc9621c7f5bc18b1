using System.Buffers.Binary;

namespace Tao.Imaging.Formats;

/// <summary>Walks the marker segments of a JPEG file (ITU-T T.81, annex B) up to the first scan.</summary>
internal sealed class JpegReader : IFormatReader
{
    private const byte StartOfScan = 0xDA;
    private const byte EndOfImage = 0xD9;
    private const byte App1 = 0xE1;

    public ImageInfo ReadHeader(ReadOnlySpan<byte> data)
    {
        ImageInfo? info = null;
        var orientation = 1;
        var position = 2;
        while (TryNextMarker(data, ref position, out var marker) && marker != StartOfScan)
        {
            if (marker == EndOfImage)
                throw new ImageException(ImageFault.Corrupt, "The JPEG file has no picture in it.");
            if (IsStandalone(marker))
                continue;
            var segment = ReadSegment(data, ref position);
            if (marker == App1 && segment.StartsWith("Exif\0\0"u8))
                orientation = TiffDirectory.Orientation(segment[6..]);
            else if (IsFrame(marker))
                info = ReadFrame(marker, segment);
        }
        if (info is null)
            throw Truncated();
        return info with { Orientation = orientation };
    }

    // libjpeg reports a missing end itself, while decoding: see jpeg.cpp.
    public ReadOnlySpan<byte> PrepareForDecoder(ReadOnlySpan<byte> data) => data;

    private static bool TryNextMarker(ReadOnlySpan<byte> data, ref int position, out byte marker)
    {
        marker = 0;
        // Stray bytes between segments are skipped, as libjpeg does; 0xFF may be repeated as fill.
        while (position + 1 < data.Length)
        {
            if (data[position++] != 0xFF || data[position] is 0 or 0xFF)
                continue;
            marker = data[position++];
            return true;
        }
        return false;
    }

    private static ReadOnlySpan<byte> ReadSegment(ReadOnlySpan<byte> data, ref int position)
    {
        if (position + 2 > data.Length)
            throw Truncated();
        var length = BinaryPrimitives.ReadUInt16BigEndian(data[position..]);
        if (length < 2)
            throw new ImageException(ImageFault.Corrupt, "A JPEG segment has an impossible length.");
        if (position + length > data.Length)
            throw Truncated();
        var segment = data.Slice(position + 2, length - 2);
        position += length;
        return segment;
    }

    private static ImageInfo ReadFrame(byte marker, ReadOnlySpan<byte> segment)
    {
        if (segment.Length < 6)
            throw new ImageException(ImageFault.Corrupt, "The JPEG frame header is too short.");
        var depth = segment[0];
        var height = BinaryPrimitives.ReadUInt16BigEndian(segment[1..]);
        var width = BinaryPrimitives.ReadUInt16BigEndian(segment[3..]);
        var channels = segment[5];
        // SOF0-2 are baseline, extended and progressive Huffman; SOF9 and SOF10 their arithmetic-coded kin. The rest is lossless or hierarchical.
        if (depth != 8 || marker is not (0xC0 or 0xC1 or 0xC2 or 0xC9 or 0xCA))
            throw new ImageException(ImageFault.Unsupported, "Lossless, hierarchical and 12-bit JPEG files are not read.");
        if (channels is not (1 or 3 or 4))
            throw new ImageException(ImageFault.Unsupported, $"A JPEG file with {channels} components is not read.");
        if (width == 0 || height == 0)
            throw new ImageException(ImageFault.Corrupt, "The JPEG header gives the picture no size.");
        return new ImageInfo(width, height, channels, depth, ImageFormat.Jpeg, 1);
    }

    private static bool IsStandalone(byte marker) => marker is 0x01 or (>= 0xD0 and <= 0xD8);

    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    private static ImageException Truncated() => new(ImageFault.Truncated, "The JPEG file ends within its header.");
}
