namespace Tao.Specs.Binding;

/// <summary>Finds what an unknown field was meant to be: the same name in another message, or the nearest name in this one.</summary>
internal static class FieldSuggester
{
    private const int _maximumPlaces = 3;

    public static FieldSuggestion Suggest(SpecSchema root, SpecSchema schema, string path, string name)
    {
        var places = root.AllFields().Where(item => item.Field.Name == name && item.Field.Attribute.Retired is null).Select(item => item.Path).ToList();
        if (places.Count > 0)
            return new(Elsewhere(places, path), Sibling: null);

        var names = schema.Fields.Where(field => field.Attribute.Retired is null).Select(field => field.Name).ToList();
        if (EditDistance.Nearest(name, names) is { } sibling)
            return new($"Did you mean '{sibling}'?", sibling);

        if (EditDistance.Nearest(name, root.AllFields().Select(item => item.Field.Name).Distinct()) is { } other)
            return new(Elsewhere([.. root.AllFields().Where(item => item.Field.Name == other).Select(item => item.Path)], path), Sibling: null);
        return new($"{schema.Name} has: {string.Join(", ", names.Order(StringComparer.Ordinal))}.", Sibling: null);
    }

    private static string Elsewhere(List<string> places, string path)
    {
        // A field of a message around this one usually means that a closing brace is missing above it.
        if (places.FirstOrDefault(place => Encloses(place, path)) is { } outer)
            return $"It belongs to '{outer}': move it there, or add the closing brace that is missing above it.";
        var shown = string.Join("', '", places.Take(_maximumPlaces));
        return $"It belongs to '{shown}'{(places.Count > _maximumPlaces ? " and others" : "")}: move it there.";
    }

    private static bool Encloses(string place, string path)
    {
        var message = place.LastIndexOf('.') is var dot and >= 0 ? place[..dot] : "";
        return message.Length == 0 ? path.Length > 0 : path.StartsWith(message + ".", StringComparison.Ordinal);
    }
}
