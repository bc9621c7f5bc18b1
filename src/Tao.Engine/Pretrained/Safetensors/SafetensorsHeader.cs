using System.Buffers.Binary;
using System.Text.Json;

namespace Tao.Engine.Pretrained.Safetensors;

/// <summary>
/// The header of a safetensors file: 8 bytes of length (little-endian), then JSON <c>{"name": {"dtype", "shape", "data_offsets"}}</c>.
/// The format (https://huggingface.co/docs/safetensors, "Format") wants the data without overlaps and without holes, no
/// duplicate keys and at most 100 MB of header; all of it is checked before anything is allocated.
/// </summary>
internal static class SafetensorsHeader
{
    public const int LengthBytes = 8;
    public const int LargestHeader = 100_000_000;
    public const string MetadataKey = "__metadata__";

    private static readonly JsonDocumentOptions _strict = new() { AllowDuplicateProperties = false, MaxDepth = 8 };

    /// <summary>Reads the header and leaves the stream at the first byte of data. The entries come in the order of their data.</summary>
    public static IReadOnlyList<SafetensorsEntry> Read(Stream stream, long streamLength)
    {
        if (streamLength < LengthBytes)
            throw new WeightFormatException("it is too short for a safetensors file.");
        Span<byte> prefix = stackalloc byte[LengthBytes];
        stream.ReadExactly(prefix);
        var length = BinaryPrimitives.ReadUInt64LittleEndian(prefix);
        if (length > LargestHeader || (long)length > streamLength - LengthBytes)
            throw new WeightFormatException($"its safetensors header claims {length} bytes, more than the file or the format allows.");
        var json = new byte[(int)length];
        stream.ReadExactly(json);
        var entries = Parse(json).OrderBy(entry => entry.Begin).ThenBy(entry => entry.End).ToList();
        CheckLayout(entries, streamLength - LengthBytes - (long)length);
        return entries;
    }

    private static List<SafetensorsEntry> Parse(byte[] json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, _strict);
            return [.. document.RootElement.EnumerateObject().Where(property => property.Name != MetadataKey).Select(ParseEntry)];
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException or KeyNotFoundException)
        {
            throw new WeightFormatException($"its safetensors header is malformed: {exception.Message}");
        }
    }

    private static SafetensorsEntry ParseEntry(JsonProperty property)
    {
        var offsets = property.Value.GetProperty("data_offsets");
        if (offsets.GetArrayLength() != 2)
            throw new WeightFormatException($"tensor '{property.Name}' must have two data_offsets.");
        long[] shape = [.. property.Value.GetProperty("shape").EnumerateArray().Select(size => size.GetInt64())];
        var format = ParseFormat(property.Name, property.Value.GetProperty("dtype").GetString());
        return new SafetensorsEntry(property.Name, format, shape, offsets[0].GetInt64(), offsets[1].GetInt64());
    }

    private static ElementFormat ParseFormat(string tensorName, string? type) => type switch
    {
        "F64" => ElementFormat.Float64,
        "F32" => ElementFormat.Float32,
        "F16" => ElementFormat.Float16,
        "BF16" => ElementFormat.BFloat16,
        "I64" => ElementFormat.Int64,
        "I32" => ElementFormat.Int32,
        "I16" => ElementFormat.Int16,
        "I8" => ElementFormat.Int8,
        "U8" => ElementFormat.UInt8,
        "BOOL" => ElementFormat.Bool,
        _ => throw new WeightFormatException($"tensor '{tensorName}' has the unsupported element type '{type}'."),
    };

    private static void CheckLayout(List<SafetensorsEntry> entries, long dataLength)
    {
        var position = 0L;
        foreach (var entry in entries)
        {
            if (entry.Begin != position)
                throw Wrong(entry, $"starts at byte {entry.Begin} of the data, not at {position}: tensors overlap or leave a hole");
            if (entry.End < entry.Begin || entry.End > dataLength)
                throw Wrong(entry, $"ends at byte {entry.End} of {dataLength} bytes of data");
            var (count, bytes) = (MemoryBudget.Count(entry.Name, entry.Shape), entry.End - entry.Begin);
            // Compared first without the element's size, so that the product cannot overflow.
            if (count > bytes || count * ElementDecoder.SizeOf(entry.Format) != bytes)
                throw Wrong(entry, $"has {bytes} bytes, which its shape {string.Join('x', entry.Shape)} does not fill");
            position = entry.End;
        }
        if (position != dataLength)
            throw new WeightFormatException($"its tensors fill {position} of {dataLength} bytes of data; it is truncated or something was added.");
    }

    private static WeightFormatException Wrong(SafetensorsEntry entry, string what) => new($"tensor '{entry.Name}' {what}.");
}
