using System.Buffers.Binary;

namespace Tao.Imaging.Formats;

/// <summary>The first directory of a TIFF structure (TIFF 6.0, section 2), which is also how EXIF stores its tags.</summary>
internal readonly ref struct TiffDirectory
{
    public const ushort OrientationTag = 0x0112;

    private const int EntrySize = 12;

    private readonly ReadOnlySpan<byte> _data;
    private readonly bool _bigEndian;
    private readonly int _entries;
    private readonly int _count;

    private TiffDirectory(ReadOnlySpan<byte> data, bool bigEndian, int entries, int count)
    {
        _data = data;
        _bigEndian = bigEndian;
        _entries = entries;
        _count = count;
    }

    public static bool TryOpen(ReadOnlySpan<byte> data, out TiffDirectory directory)
    {
        directory = default;
        if (data.Length < 8 || !(data.StartsWith("II*\0"u8) || data.StartsWith("MM\0*"u8)))
            return false;
        var bigEndian = data[0] == 'M';
        var offset = ReadInt(data[4..], bigEndian);
        if (offset > (uint)data.Length - 2)
            return false;
        var count = ReadShort(data[(int)offset..], bigEndian);
        if (offset + 2 + (long)count * EntrySize > data.Length)
            return false;
        directory = new TiffDirectory(data, bigEndian, (int)offset + 2, count);
        return true;
    }

    /// <summary>The EXIF orientation, or 1 when the block is damaged or silent: a bad tag is no reason to lose the picture.</summary>
    public static int Orientation(ReadOnlySpan<byte> data) =>
        TryOpen(data, out var directory) && directory.TryGet(OrientationTag, 0, out var value) && value is >= 1 and <= 8 ? (int)value : 1;

    /// <summary>The number of values of a tag, 0 when it is absent.</summary>
    public int Count(ushort tag)
    {
        var entry = Find(tag);
        return entry < 0 ? 0 : (int)Math.Min(int.MaxValue, ReadInt(_data[(entry + 4)..], _bigEndian));
    }

    /// <summary>One value of a SHORT (type 3) or LONG (type 4) tag.</summary>
    public bool TryGet(ushort tag, int index, out uint value)
    {
        value = 0;
        var entry = Find(tag);
        if (entry < 0 || index >= Count(tag))
            return false;
        var size = ReadShort(_data[(entry + 2)..], _bigEndian) switch { 3 => 2, 4 => 4, _ => 0 };
        if (size == 0)
            return false;
        var inline = (long)Count(tag) * size <= 4;
        var at = (inline ? entry + 8 : ReadInt(_data[(entry + 8)..], _bigEndian)) + (long)index * size;
        if (at + size > _data.Length)
            return false;
        value = size == 2 ? ReadShort(_data[(int)at..], _bigEndian) : ReadInt(_data[(int)at..], _bigEndian);
        return true;
    }

    /// <summary>Where the first inline value of a tag is stored, -1 when it is absent.</summary>
    public int InlineValueOffset(ushort tag)
    {
        var entry = Find(tag);
        return entry < 0 ? -1 : entry + 8;
    }

    public bool IsBigEndian => _bigEndian;

    private int Find(ushort tag)
    {
        for (var i = 0; i < _count; i++)
            if (ReadShort(_data[(_entries + i * EntrySize)..], _bigEndian) == tag)
                return _entries + i * EntrySize;
        return -1;
    }

    private static ushort ReadShort(ReadOnlySpan<byte> data, bool bigEndian) =>
        bigEndian ? BinaryPrimitives.ReadUInt16BigEndian(data) : BinaryPrimitives.ReadUInt16LittleEndian(data);

    private static uint ReadInt(ReadOnlySpan<byte> data, bool bigEndian) =>
        bigEndian ? BinaryPrimitives.ReadUInt32BigEndian(data) : BinaryPrimitives.ReadUInt32LittleEndian(data);
}
