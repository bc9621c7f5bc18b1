using System.Buffers.Binary;
using System.Text;
using Tao.Engine.Pretrained;
using Tao.Engine.Pretrained.Safetensors;
using Tao.Graph;
using Tao.Specs;

namespace Tao.Engine.Tests.Pretrained.Safetensors;

public sealed class SafetensorsTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Written_weights_are_read_back_bit_for_bit()
    {
        var weights = Weights.From(
        [
            new("b.weight", new WeightTensor(new TensorShape(2, 2), new[] { 1f, float.NaN, -0f, float.Epsilon })),
            new("ä\"\\", new WeightTensor(new TensorShape(0), Array.Empty<float>())),
            new("a", new WeightTensor(new TensorShape(), new[] { 3f })),
        ]);
        SafetensorsWriter.Write(_folder.File("w.safetensors"), weights);
        var source = WeightSource.Open(_folder.File("w.safetensors"));
        Assert.Equal("safetensors", source.Format);
        Assert.Equal(weights.Values.Keys, source.Tensors.Values.Keys);
        foreach (var (name, tensor) in weights.Values)
        {
            Assert.Equal(tensor.Shape, source.Tensors[name].Shape);
            Assert.Equal(Bits(tensor), Bits(source.Tensors[name]));
        }
    }

    [Fact]
    public void The_written_bytes_are_these()
    {
        using var stream = new MemoryStream();
        SafetensorsWriter.Write(stream, Weights.From([new("w", new WeightTensor(new TensorShape(1, 2), new[] { 1f, 2f }))]));
        const string header = """{"w":{"dtype":"F32","shape":[1,2],"data_offsets":[0,8]}}""";
        byte[] expected = [.. File(header + new string(' ', (8 - (header.Length % 8)) % 8), [0, 0, 128, 63, 0, 0, 0, 64])];
        Assert.Equal(expected, stream.ToArray());
    }

    [Theory]
    [InlineData("F64", new byte[] { 0, 0, 0, 0, 0, 0, 0xf8, 0x3f }, 1.5f)]
    [InlineData("F16", new byte[] { 0, 0x3e }, 1.5f)]
    [InlineData("BF16", new byte[] { 0xc0, 0x3f }, 1.5f)]
    [InlineData("I64", new byte[] { 0xfe, 255, 255, 255, 255, 255, 255, 255 }, -2f)]
    [InlineData("I8", new byte[] { 0xfe }, -2f)]
    [InlineData("BOOL", new byte[] { 1 }, 1f)]
    public void Every_element_type_becomes_float(string type, byte[] data, float expected)
    {
        var header = $$$"""{"__metadata__":{"format":"pt"},"w":{"dtype":"{{{type}}}","shape":[],"data_offsets":[0,{{{data.Length}}}]}}""";
        var source = WeightSource.Open(_folder.Write("w", File(header, data)));
        Assert.Equal([expected], source.Tensors["w"].Data.ToArray());
    }

    [Theory]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"b":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", 4, "overlap")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", 8, "overlap")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", 8, "hole")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", 8, "truncated or something was added")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", 4, "of 4 bytes")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}""", 4, "does not fill")]
    [InlineData("""{"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}}""", 4, "negative")]
    [InlineData("""{"a":{"dtype":"F32","shape":[4294967296,4294967296],"data_offsets":[0,4]}}""", 4, "impossible")]
    [InlineData("""{"a":{"dtype":"F32","shape":[4611686018427387904],"data_offsets":[0,4]}}""", 4, "does not fill")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", 4, "malformed")]
    [InlineData("""{"a":{"dtype":"Q4","shape":[1],"data_offsets":[0,4]}}""", 4, "'Q4'")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1]}}""", 4, "malformed")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1.5],"data_offsets":[0,4]}}""", 4, "malformed")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4,8]}}""", 4, "two data_offsets")]
    [InlineData("""{"a":7}""", 0, "malformed")]
    [InlineData("""{"a":""", 0, "malformed")]
    public void A_header_that_lies_is_an_error(string header, int dataBytes, string message)
    {
        AssertDamaged(File(header, new byte[dataBytes]), message);
    }

    [Fact]
    public void A_header_longer_than_the_file_is_an_error()
    {
        var bytes = File("""{"a":1}""", []);
        BinaryPrimitives.WriteInt64LittleEndian(bytes, 1000);
        AssertDamaged(bytes, "1000 bytes");
    }

    private static IEnumerable<int> Bits(WeightTensor tensor) => tensor.Data.ToArray().Select(BitConverter.SingleToInt32Bits);

    private static byte[] File(string header, byte[] data)
    {
        var text = Encoding.UTF8.GetBytes(header);
        var bytes = new byte[8 + text.Length + data.Length];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, text.Length);
        text.CopyTo(bytes, 8);
        data.CopyTo(bytes, 8 + text.Length);
        return bytes;
    }

    private void AssertDamaged(byte[] bytes, string message)
    {
        var exception = Assert.Throws<TaoException>(() => WeightSource.Open(_folder.Write("w.safetensors", bytes)));
        var diagnostic = Assert.Single(exception.Diagnostics);
        Assert.Equal("TAO3003", diagnostic.Code);
        Assert.Contains(message, diagnostic.Message, StringComparison.Ordinal);
    }
}
