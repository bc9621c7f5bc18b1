using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Tao.Specs.Binding;

namespace Tao.Specs;

/// <summary>
/// The part of a spec that a stage reads, as canonical text: fields by name, defaults filled in, maps sorted. Comments, the order of fields,
/// an explicitly written default and the spec's language change nothing. Presence of a message counts, because it can switch behaviour.
/// </summary>
public static class SpecFingerprint
{
    private static readonly JsonWriterOptions _options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <returns>JSON in one line; <c>{}</c> when the stage reads nothing of the spec.</returns>
    public static string Canonical(object spec, SpecStages stage)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, _options))
            Write(writer, SpecSchema.Describe(spec.GetType()), spec, stage, SpecStages.None);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(Utf8JsonWriter writer, SpecSchema schema, object message, SpecStages stage, SpecStages inherited)
    {
        writer.WriteStartObject();
        foreach (var field in schema.Fields.OrderBy(field => field.Name, StringComparer.Ordinal))
        {
            var stages = field.StagesWithin(inherited);
            if (field.GetValue(message) is not { } value || !IsRead(field, value, stage, stages))
                continue;
            writer.WritePropertyName(field.Name);
            WriteField(writer, field, value, stage, stages);
        }

        writer.WriteEndObject();
    }

    /// <summary>
    /// A message counts when the stage reads it as such or reads anything in it. Paths never count: a stage hashes what lies there, so that
    /// a moved project is the same project.
    /// </summary>
    private static bool IsRead(SpecFieldSchema field, object value, SpecStages stage, SpecStages stages)
    {
        if (field.Attribute.Path)
            return false;
        if ((stages & stage) != 0)
            return true;
        if (field.Message is not { } schema || field.Attribute.Volatile || field.Attribute.Ignored is not null)
            return false;
        return MessagesIn(field, value).Any(message => schema.Fields.Any(inner => inner.GetValue(message) is { } item && IsRead(inner, item, stage, inner.StagesWithin(stages))));
    }

    private static IEnumerable<object> MessagesIn(SpecFieldSchema field, object value) => field.Shape switch
    {
        SpecFieldShape.Repeated => ImmutableCollections.Items(value),
        SpecFieldShape.Map => ImmutableCollections.Entries(value).Select(entry => entry.Value),
        _ => [value],
    };

    private static void WriteField(Utf8JsonWriter writer, SpecFieldSchema field, object value, SpecStages stage, SpecStages stages)
    {
        switch (field.Shape)
        {
            case SpecFieldShape.Repeated:
                writer.WriteStartArray();
                foreach (var item in ImmutableCollections.Items(value))
                    WriteValue(writer, field, item, stage, stages);
                writer.WriteEndArray();
                break;
            case SpecFieldShape.Map:
                writer.WriteStartObject();
                foreach (var (key, item) in ImmutableCollections.Entries(value))
                {
                    writer.WritePropertyName(key);
                    WriteValue(writer, field, item, stage, stages);
                }

                writer.WriteEndObject();
                break;
            default:
                WriteValue(writer, field, value, stage, stages);
                break;
        }
    }

    private static void WriteValue(Utf8JsonWriter writer, SpecFieldSchema field, object value, SpecStages stage, SpecStages stages)
    {
        if (field.Message is { } schema)
            Write(writer, schema, value, stage, stages);
        else if (value is bool flag)
            writer.WriteBooleanValue(flag);
        else if (value is string or Enum)
            writer.WriteStringValue(value as string ?? EnumNames.NameOf(value));
        else
            WriteNumber(writer, ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture));
    }

    private static void WriteNumber(Utf8JsonWriter writer, string text)
    {
        // JSON has no infinity and no NaN; as text they still tell one spec from another.
        if (text is "Infinity" or "-Infinity" or "NaN")
            writer.WriteStringValue(text);
        else
            writer.WriteRawValue(text);
    }
}
