using System.Buffers.Binary;
using System.Globalization;
using Tao.Specs;

namespace Tao.Data.Records;

/// <summary>Reads TensorFlow's record files one record at a time, both checksums of each verified.</summary>
public static class TfRecordReader
{
    private const int HeadLength = 12;
    private const int TailLength = 4;

    /// <exception cref="TaoException">A record is cut off or damaged; the message names the record and its offset. Those before it were given.</exception>
    public static IEnumerable<byte[]> Read(Stream stream, string path)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var head = new byte[HeadLength];
        var tail = new byte[TailLength];
        long offset = 0;
        for (var index = 0; ; index++)
        {
            var count = stream.ReadAtLeast(head, HeadLength, throwOnEndOfStream: false);
            if (count == 0)
                yield break;
            if (count < HeadLength)
                throw Damaged(path, index, offset, "is cut off");
            if (BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(8)) != MaskedCrc32C.Compute(head.AsSpan(0, 8)))
                throw Damaged(path, index, offset, "has a length that does not fit its checksum");
            var length = BinaryPrimitives.ReadUInt64LittleEndian(head);
            if (length > (ulong)Array.MaxLength)
                throw Damaged(path, index, offset, "is larger than 2 GiB");
            // A length from a damaged file must not ask for memory that the file cannot fill.
            if (stream.CanSeek && (long)length > stream.Length - stream.Position)
                throw Damaged(path, index, offset, "is cut off");
            var data = new byte[length];
            if (stream.ReadAtLeast(data, data.Length, throwOnEndOfStream: false) < data.Length || stream.ReadAtLeast(tail, TailLength, throwOnEndOfStream: false) < TailLength)
                throw Damaged(path, index, offset, "is cut off");
            if (BinaryPrimitives.ReadUInt32LittleEndian(tail) != MaskedCrc32C.Compute(data))
                throw Damaged(path, index, offset, "does not fit its checksum");
            offset += HeadLength + data.Length + TailLength;
            yield return data;
        }
    }

    private static TaoException Damaged(string path, int index, long offset, string what) => new(new Diagnostic(
        DataCodes.RecordDamaged,
        DiagnosticSeverity.Error,
        string.Create(CultureInfo.InvariantCulture, $"Record {index} (from 0, at byte {offset}) {what}."),
        "Copy the file again, or convert the dataset again.",
        new SourceLocation(path, 1, 1)));
}
