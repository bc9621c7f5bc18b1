using Tao.Data.Records;
using Tao.Specs;

namespace Tao.Data.Tests.Records;

public sealed class TfRecordReaderTests
{
    /// <summary>Records "hello" and "", as <c>build/dev/check_tfrecords.py write 68656C6C6F ""</c> prints them: it shares nothing with the product.</summary>
    private static readonly byte[] _file = Convert.FromHexString(
        "0500000000000000EAB2043E" + "68656C6C6F" + "BB1F1C19" + "0000000000000000" + "29039807" + "D8EA82A2");

    [Fact]
    public void An_independent_writers_file_is_read() =>
        Assert.Equal(["hello"u8.ToArray(), []], TfRecordReader.Read(new MemoryStream(_file), "x"));

    [Fact]
    public void Our_own_file_has_the_same_bytes()
    {
        using var stream = new MemoryStream();
        var writer = new TfRecordWriter(stream);
        writer.Write("hello"u8);
        writer.Write([]);

        Assert.Equal(_file, stream.ToArray());
    }

    [Fact]
    public void Any_flipped_bit_is_found()
    {
        for (int position = 0; position < _file.Length; position++)
        {
            var damaged = _file.ToArray();
            damaged[position] ^= 0x10;
            var problem = Assert.Throws<TaoException>(() => TfRecordReader.Read(new MemoryStream(damaged), "file").Count()).Diagnostics.Single();
            Assert.Equal(DataCodes.RecordDamaged, problem.Code);
            Assert.Contains(position < 21 ? "Record 0 (from 0, at byte 0)" : "Record 1 (from 0, at byte 21)", problem.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Any_cut_is_found_and_the_records_before_it_are_given()
    {
        for (int length = 1; length < _file.Length; length++)
        {
            if (length == 21)
                continue;
            var read = new List<byte[]>();
            Assert.Throws<TaoException>(() =>
            {
                foreach (var record in TfRecordReader.Read(new MemoryStream(_file[..length]), "file"))
                    read.Add(record);
            });
            Assert.Equal(length > 21 ? 1 : 0, read.Count);
        }
    }
}
