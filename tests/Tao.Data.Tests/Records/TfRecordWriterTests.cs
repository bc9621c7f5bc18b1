using System.Text;
using Tao.Data.Records;

namespace Tao.Data.Tests.Records;

public sealed class TfRecordWriterTests
{
    // RFC 3720, appendix B.4, and the check value of the catalogue of CRCs for "123456789".
    public static TheoryData<byte[], uint> Checksums => new()
    {
        { new byte[32], 0x8A9136AA },
        { [.. Enumerable.Repeat((byte)0xFF, 32)], 0x62A8AB43 },
        { [.. Enumerable.Range(0, 32).Select(i => (byte)i)], 0x46DD794E },
        { [.. Enumerable.Range(0, 32).Select(i => (byte)(31 - i))], 0x113FDB5C },
        { Encoding.ASCII.GetBytes("123456789"), 0xE3069283 },
        { [], 0 },
    };

    [Theory]
    [MemberData(nameof(Checksums))]
    public void The_checksum_is_Castagnolis(byte[] data, uint expected) => Assert.Equal(expected, MaskedCrc32C.Plain(data));

    /// <summary>((crc >> 15) | (crc &lt;&lt; 17)) + 0xA282EAD8 of 0xE3069283: 0x2507C60D + 0xA282EAD8.</summary>
    [Fact]
    public void The_mask_rotates_and_adds() => Assert.Equal(0xC78AB0E5u, MaskedCrc32C.Compute(Encoding.ASCII.GetBytes("123456789")));

    [Fact]
    public void A_record_is_length_checksum_data_checksum()
    {
        using var stream = new MemoryStream();
        new TfRecordWriter(stream).Write("abc"u8);
        byte[] bytes = stream.ToArray();
        Assert.Equal(8 + 4 + 3 + 4, bytes.Length);
        Assert.Equal(3ul, BitConverter.ToUInt64(bytes, 0));
        Assert.Equal(MaskedCrc32C.Compute(bytes.AsSpan(0, 8)), BitConverter.ToUInt32(bytes, 8));
        Assert.Equal("abc"u8.ToArray(), bytes[12..15]);
        Assert.Equal(MaskedCrc32C.Compute("abc"u8), BitConverter.ToUInt32(bytes, 15));
    }
}
