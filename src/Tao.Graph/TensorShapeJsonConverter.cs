using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tao.Graph;

/// <summary>Writes a shape as a JSON array of its sizes.</summary>
internal sealed class TensorShapeJsonConverter : JsonConverter<TensorShape>
{
    public override TensorShape Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(JsonSerializer.Deserialize<long[]>(ref reader, options) ?? []);

    public override void Write(Utf8JsonWriter writer, TensorShape value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value.Sizes.ToArray(), options);
}
