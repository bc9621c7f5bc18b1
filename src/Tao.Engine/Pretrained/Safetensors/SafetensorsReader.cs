using System.Buffers.Binary;
using Tao.Graph;

namespace Tao.Engine.Pretrained.Safetensors;

/// <summary>Reads safetensors files; every element type becomes float.</summary>
public sealed class SafetensorsReader : IWeightReader
{
    public string Format => "safetensors";

    public bool CanRead(ReadOnlySpan<byte> head, string path) =>
        head.Length > SafetensorsHeader.LengthBytes && head[SafetensorsHeader.LengthBytes] == (byte)'{'
        && BinaryPrimitives.ReadUInt64LittleEndian(head) <= SafetensorsHeader.LargestHeader;

    public Weights Read(string path)
    {
        using var stream = File.OpenRead(path);
        return Read(stream, stream.Length);
    }

    /// <param name="stream">Read once from its position, so it need not seek.</param>
    /// <param name="length">Bytes from there to the end of the safetensors data; nothing is allocated beyond what they can fill.</param>
    internal static Weights Read(Stream stream, long length)
    {
        var budget = new MemoryBudget(length);
        var tensors = new List<KeyValuePair<string, WeightTensor>>();
        foreach (var entry in SafetensorsHeader.Read(stream, length))
        {
            var data = budget.Allocate(entry.Name, entry.Shape);
            ElementDecoder.Read(stream, entry.Format, data);
            tensors.Add(new(entry.Name, new WeightTensor(new TensorShape(entry.Shape), data)));
        }
        return Weights.From(tensors);
    }
}
