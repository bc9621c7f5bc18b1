using Tao.Data.Records;
using Tao.Specs;

namespace Tao.Data.Tests.Records;

public sealed class TrainExampleTests
{
    /// <summary>
    /// Worked out by hand from protobuf's wire format: field 1 of length 14, a map entry of length 12 with key (field 1) "a" and value (field
    /// 2), an int64 list (field 3) of the packed numbers 1 and 300 (0xAC 0x02).
    /// </summary>
    private static readonly byte[] _numbers = [0x0A, 14, 0x0A, 12, 0x0A, 1, (byte)'a', 0x12, 7, 0x1A, 5, 0x0A, 3, 1, 0xAC, 0x02];

    [Fact]
    public void Bytes_are_protobufs()
    {
        var example = new TrainExample();
        example.AddLongs("a", 1, 300);

        Assert.Equal(_numbers, example.ToBytes());
        Assert.Equal([1L, 300], TrainExample.Parse(_numbers).Longs("a"));
    }

    /// <summary>Older writers do not pack their numbers.</summary>
    [Fact]
    public void Numbers_that_are_not_packed_are_read()
    {
        byte[] bytes = [0x0A, 13, 0x0A, 11, 0x0A, 1, (byte)'a', 0x12, 6, 0x1A, 4, 0x08, 1, 0x08, 2];

        Assert.Equal([1L, 2], TrainExample.Parse(bytes).Longs("a"));
    }

    [Fact]
    public void All_kinds_come_back_and_the_order_of_adding_does_not_matter()
    {
        TrainExample first = new(), second = new();
        first.AddFloats("f", 1.5f, -2);
        first.AddTexts("t", "Wörter", "");
        first.AddBytes("b", [0, 255]);
        second.AddBytes("b", [0, 255]);
        second.AddTexts("t", "Wörter", "");
        second.AddFloats("f", 1.5f, -2);

        Assert.Equal(first.ToBytes(), second.ToBytes());
        var read = TrainExample.Parse(first.ToBytes());
        Assert.Equal([1.5f, -2], read.Floats("f"));
        Assert.Equal(["Wörter", ""], read.Texts("t"));
        Assert.Equal([0, 255], read.Bytes("b").Single());
        Assert.Equal(["b", "f", "t"], read.Names);
        Assert.Empty(read.Longs("f"));
        Assert.Empty(read.Floats("unknown"));
    }

    [Fact]
    public void Other_bytes_are_refused() => Assert.Throws<InvalidDataException>(() => TrainExample.Parse([0x0A, 200, 1]));
}
