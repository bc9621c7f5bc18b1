using System.Globalization;
using Tao.Specs.Binding;

namespace Tao.Specs;

/// <summary>The effective spec, one value a line with where it comes from: <c>train_config.n_epochs = 80   # specs/train.txt(12)</c>.</summary>
public static class SpecExplainer
{
    /// <returns>Lines in schema order. Absent messages and fields without effect are left out; their values would say nothing.</returns>
    public static IReadOnlyList<string> Explain<T>(BoundSpec<T> bound)
        where T : notnull => Explain(bound.Value, bound.Origins);

    /// <inheritdoc cref="Explain{T}"/>
    public static IReadOnlyList<string> Explain(object spec, IReadOnlyDictionary<string, SourceLocation> origins)
    {
        var lines = new List<(string Text, string Origin)>();
        Walk(SpecSchema.Describe(spec.GetType()), spec, "", origins, lines);
        var width = lines.Count == 0 ? 0 : Math.Min(72, lines.Max(line => line.Text.Length));
        return [.. lines.Select(line => $"{line.Text.PadRight(width)}   # {line.Origin}")];
    }

    private static void Walk(SpecSchema schema, object message, string path, IReadOnlyDictionary<string, SourceLocation> origins, List<(string Text, string Origin)> lines)
    {
        foreach (var field in schema.Fields.Where(field => field.Attribute.Retired is null))
        {
            var fieldPath = SpecPath.Join(path, field.Name);
            if (field.GetValue(message) is not { } value)
                continue;
            if (field.Message is not { } inner)
                lines.Add(($"{fieldPath} = {Text(field, value)}", Origin(field, fieldPath, origins)));
            else
                foreach (var (itemPath, item) in Messages(field, value, fieldPath))
                    Walk(inner, item, itemPath, origins, lines);
        }
    }

    private static IEnumerable<(string Path, object Message)> Messages(SpecFieldSchema field, object value, string path) => field.Shape switch
    {
        SpecFieldShape.Repeated => ImmutableCollections.Items(value).Select((item, index) => (SpecPath.Item(path, index), item)),
        SpecFieldShape.Map => ImmutableCollections.Entries(value).Select(entry => (SpecPath.Key(path, entry.Key), entry.Value)),
        _ => [(path, value)],
    };

    private static string Origin(SpecFieldSchema field, string path, IReadOnlyDictionary<string, SourceLocation> origins)
    {
        var origin = origins.TryGetValue(path, out var location) ? string.Create(CultureInfo.InvariantCulture, $"{location.File}({location.Line})") : "default";
        return field.Attribute.Ignored is null ? origin : $"{origin}, no effect";
    }

    private static string Text(SpecFieldSchema field, object value) => field.Shape switch
    {
        SpecFieldShape.Repeated => $"[{string.Join(", ", ImmutableCollections.Items(value).Select(ValueText.Of))}]",
        SpecFieldShape.Map => $"{{{string.Join(", ", ImmutableCollections.Entries(value).Select(entry => $"{entry.Key}: {ValueText.Of(entry.Value)}"))}}}",
        _ => ValueText.Of(value),
    };
}
