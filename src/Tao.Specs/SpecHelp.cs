using System.Globalization;

namespace Tao.Specs;

/// <summary>A spec's schema as text, one field a line: number, path, type, range, allowed values, default, who reads it, meaning.</summary>
public static class SpecHelp
{
    /// <param name="type">The root record of a network's spec.</param>
    public static IReadOnlyList<string> Describe(Type type) => [.. SpecSchema.Describe(type).AllFields().Select(item => Line(item.Path, item.Field))];

    private static string Line(string path, SpecFieldSchema field)
    {
        var number = field.Attribute.Number == 0 ? "-" : field.Attribute.Number.ToString(CultureInfo.InvariantCulture);
        var head = $"{number.PadLeft(2)} {path}: {string.Join(", ", Notes(field).Prepend(field.TypeName))}";
        return field.Attribute.Doc.Length == 0 ? head : $"{head}. {field.Attribute.Doc}";
    }

    private static IEnumerable<string> Notes(SpecFieldSchema field)
    {
        var attribute = field.Attribute;
        if (field.RangeText is { } range)
            yield return range;
        if (!field.AllowedValues.IsEmpty)
            yield return $"one of {string.Join('|', field.AllowedValues)}";
        if (field.DefaultText is { } text && !attribute.Required)
            yield return $"default {text}";
        if (attribute.Required)
            yield return "required";
        if (attribute.RequiredBy != SpecStages.None)
            yield return $"required by {attribute.RequiredBy}";
        if (attribute.OneOf is { } group)
            yield return $"oneof {group}";
        if (attribute.Stages != SpecStages.None)
            yield return $"read by {attribute.Stages}";
        if (attribute.Volatile)
            yield return "never part of a result";
        if (attribute.Ignored is { } ignored)
            yield return $"without effect ({ignored.TrimEnd('.')})";
        if (attribute.Retired is { } retired)
            yield return $"retired ({retired.TrimEnd('.')})";
        if (attribute.Extension)
            yield return "extension";
    }
}
