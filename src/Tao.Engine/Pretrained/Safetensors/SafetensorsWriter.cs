using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using Tao.Engine.IO;
using Tao.Graph;

namespace Tao.Engine.Pretrained.Safetensors;

/// <summary>Writes weights as float32 safetensors: sorted by name, no clock and no path inside, so equal weights give equal bytes.</summary>
public static class SafetensorsWriter
{
    /// <summary>Largest slice that goes through one write: a span of bytes cannot be longer than 2 GB.</summary>
    private const int ChunkElements = 1 << 24;

    public static void Write(string path, Weights weights) => AtomicFile.Write(path, stream => Write(stream, weights));

    public static void Write(Stream stream, Weights weights)
    {
        var header = Header(weights);
        Span<byte> length = stackalloc byte[SafetensorsHeader.LengthBytes];
        BinaryPrimitives.WriteInt64LittleEndian(length, header.Length);
        stream.Write(length);
        stream.Write(header);
        foreach (var tensor in weights.Values.Values)
            WriteFloats(stream, tensor.Data.Span);
    }

    private static void WriteFloats(Stream stream, ReadOnlySpan<float> data)
    {
        for (; !data.IsEmpty; data = data[Math.Min(data.Length, ChunkElements)..])
            stream.Write(MemoryMarshal.AsBytes(data[..Math.Min(data.Length, ChunkElements)]));
    }

    private static byte[] Header(Weights weights)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            var offset = 0L;
            foreach (var (name, tensor) in weights.Values)
                offset = WriteEntry(json, name, tensor, offset);
            json.WriteEndObject();
        }
        // The format lets spaces end the header; they keep the floats aligned for readers that map the file.
        while (buffer.Length % SafetensorsHeader.LengthBytes != 0)
            buffer.WriteByte((byte)' ');
        return buffer.ToArray();
    }

    private static long WriteEntry(Utf8JsonWriter json, string name, WeightTensor tensor, long offset)
    {
        var end = offset + (tensor.Data.Length * (long)sizeof(float));
        json.WriteStartObject(name);
        json.WriteString("dtype", "F32");
        json.WriteStartArray("shape");
        foreach (var size in tensor.Shape.Sizes)
            json.WriteNumberValue(size);
        json.WriteEndArray();
        json.WriteStartArray("data_offsets");
        json.WriteNumberValue(offset);
        json.WriteNumberValue(end);
        json.WriteEndArray();
        json.WriteEndObject();
        return end;
    }
}
