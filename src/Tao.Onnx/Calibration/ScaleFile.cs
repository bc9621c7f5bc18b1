using System.Collections.Immutable;
using System.Text.Json;

namespace Tao.Onnx.Calibration;

/// <summary>
/// The ranges of a network trained with fake quantisation, as TAO's converters read them:
/// <c>{"tensor_scales": {"tensor": range}}</c>, where the range is the largest magnitude.
/// </summary>
public static class ScaleFile
{
    private const string Root = "tensor_scales";

    public static void Write(string path, IReadOnlyDictionary<string, float> ranges) => AtomicFile.Write(path, stream =>
    {
        using var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" });
        writer.WriteStartObject();
        writer.WriteStartObject(Root);
        foreach (var (name, range) in ranges.OrderBy(pair => OnnxNames.Of(pair.Key), StringComparer.Ordinal))
            writer.WriteNumber(OnnxNames.Of(name), range);
        writer.WriteEndObject();
        writer.WriteEndObject();
    });

    /// <summary>Throws <see cref="OnnxException"/> when the file has another form.</summary>
    public static ImmutableSortedDictionary<string, float> Read(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            using var document = JsonDocument.Parse(stream);
            return document.RootElement.GetProperty(Root).EnumerateObject()
                .ToImmutableSortedDictionary(entry => entry.Name, entry => entry.Value.GetSingle(), StringComparer.Ordinal);
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new OnnxException($"{path} is not a scale file: {exception.Message}", exception);
        }
    }
}
