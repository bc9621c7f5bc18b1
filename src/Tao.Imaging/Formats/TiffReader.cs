using System.Buffers.Binary;

namespace Tao.Imaging.Formats;

/// <summary>Reads the first page of a TIFF file (TIFF 6.0).</summary>
internal sealed class TiffReader : IFormatReader
{
    private const ushort WidthTag = 256;
    private const ushort HeightTag = 257;
    private const ushort BitsTag = 258;
    private const ushort ChannelsTag = 277;

    public ImageInfo ReadHeader(ReadOnlySpan<byte> data)
    {
        var directory = Open(data);
        if (!directory.TryGet(WidthTag, 0, out var width) || !directory.TryGet(HeightTag, 0, out var height)
            || width is 0 or > int.MaxValue || height is 0 or > int.MaxValue)
            throw new ImageException(ImageFault.Corrupt, "The TIFF directory does not give the picture a size.");
        var bits = directory.TryGet(BitsTag, 0, out var depth) ? (int)depth : 1;
        var channels = directory.TryGet(ChannelsTag, 0, out var samples) ? (int)samples : 1;
        if (bits > 16)
            throw new ImageException(ImageFault.Unsupported, $"TIFF samples of {bits} bit are not read, only up to 16.");
        return new ImageInfo((int)width, (int)height, channels, bits, ImageFormat.Tiff, TiffDirectory.Orientation(data));
    }

    /// <summary>The file with its orientation set upright: OpenCV's TIFF decoder would apply the tag whatever it is told.</summary>
    public ReadOnlySpan<byte> PrepareForDecoder(ReadOnlySpan<byte> data)
    {
        var directory = Open(data);
        CheckPieces(directory, 273, 279, data.Length); // strips: offsets, byte counts
        CheckPieces(directory, 324, 325, data.Length); // tiles
        if (TiffDirectory.Orientation(data) == 1)
            return data;
        var upright = data.ToArray();
        var at = upright.AsSpan(directory.InlineValueOffset(TiffDirectory.OrientationTag));
        if (directory.IsBigEndian)
            BinaryPrimitives.WriteUInt16BigEndian(at, 1);
        else
            BinaryPrimitives.WriteUInt16LittleEndian(at, 1);
        return upright;
    }

    private static void CheckPieces(TiffDirectory directory, ushort offsets, ushort counts, int length)
    {
        for (var i = 0; i < directory.Count(offsets); i++)
            if (!directory.TryGet(offsets, i, out var offset) || !directory.TryGet(counts, i, out var count) || (long)offset + count > length)
                throw Truncated();
    }

    private static TiffDirectory Open(ReadOnlySpan<byte> data) => TiffDirectory.TryOpen(data, out var directory) ? directory : throw Truncated();

    private static ImageException Truncated() => new(ImageFault.Truncated, "The TIFF file ends before its pixels do.");
}
