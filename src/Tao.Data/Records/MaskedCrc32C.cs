using System.Buffers.Binary;
using System.Numerics;

namespace Tao.Data.Records;

/// <summary>
/// The checksum of TensorFlow's records: CRC-32C (RFC 3720, appendix B.4), rotated right by 15 bits plus 0xA282EAD8, so that the checksum of data
/// that holds checksums is no trivial one.
/// </summary>
public static class MaskedCrc32C
{
    private const uint MaskDelta = 0xA282EAD8;

    public static uint Compute(ReadOnlySpan<byte> data) => BitOperations.RotateRight(Plain(data), 15) + MaskDelta;

    /// <summary>Without the mask.</summary>
    public static uint Plain(ReadOnlySpan<byte> data)
    {
        var crc = uint.MaxValue;
        for (; data.Length >= sizeof(ulong); data = data[sizeof(ulong)..])
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(data));
        foreach (var value in data)
            crc = BitOperations.Crc32C(crc, value);
        return ~crc;
    }
}
