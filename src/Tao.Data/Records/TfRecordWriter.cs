using System.Buffers.Binary;

namespace Tao.Data.Records;

/// <summary>
/// Writes TensorFlow's record files: for each record its length (8 bytes), the masked checksum of those bytes (4), the data, and the
/// masked checksum of the data (4), all little-endian.
/// </summary>
public sealed class TfRecordWriter(Stream stream)
{
    public void Write(ReadOnlySpan<byte> data)
    {
        Span<byte> head = stackalloc byte[12];
        BinaryPrimitives.WriteUInt64LittleEndian(head, (ulong)data.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(head[8..], MaskedCrc32C.Compute(head[..8]));
        stream.Write(head);
        stream.Write(data);
        Span<byte> tail = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(tail, MaskedCrc32C.Compute(data));
        stream.Write(tail);
    }
}
