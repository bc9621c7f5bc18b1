namespace Tao.Specs.Binding;

/// <summary>
/// Binds a map: entries with a key and a value in protobuf text (also as a list), names in YAML and JSON. The last entry of a key wins.
/// </summary>
internal sealed class MapBinder(BindingState state, MessageBinder messages)
{
    public object Bind(SpecFieldSchema field, List<SpecEntry> entries, string path)
    {
        var values = new SortedDictionary<string, object>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            switch (entry.Value)
            {
                case SpecBlock { IsMapping: true } mapping:
                    foreach (var item in mapping.Entries)
                        Add(values, field, item.Name, item.Value, item.Location, path);
                    break;
                case SpecList list:
                    foreach (var node in list.Items)
                        AddEntry(values, field, node, path);
                    break;
                default:
                    AddEntry(values, field, entry.Value, path);
                    break;
            }
        }

        return ImmutableCollections.Map(field.ElementType, values);
    }

    private void AddEntry(SortedDictionary<string, object> values, SpecFieldSchema field, SpecNode node, string path)
    {
        var remedy = $"Write '{field.Name} {{ key: \"name\" value: ... }}'.";
        if (node is not SpecBlock block)
        {
            state.Error(SpecCodes.BadMapEntry, path, $"'{path}' is a map: each entry has a key and a value.", remedy, node.Location);
            return;
        }

        foreach (var stranger in block.Entries.Where(entry => entry.Name is not ("key" or "value")))
            state.Error(SpecCodes.UnknownField, path, $"An entry of the map '{path}' has no field '{stranger.Name}'.", remedy, stranger.Location);

        if (block.Find("key")?.Value is not SpecScalar { Kind: SpecScalarKind.Text or SpecScalarKind.Plain } key)
            state.Error(SpecCodes.BadMapEntry, path, $"An entry of the map '{path}' has no key in quotes.", remedy, block.Find("key")?.Value.Location ?? node.Location);
        else if (block.Find("value") is not { } value)
            state.Error(SpecCodes.BadMapEntry, path, $"The entry '{key.Text}' of the map '{path}' has no value.", remedy, node.Location);
        else
            Add(values, field, key.Text, value.Value, node.Location, path);
    }

    private void Add(SortedDictionary<string, object> values, SpecFieldSchema field, string key, SpecNode node, SourceLocation location, string path)
    {
        var itemPath = SpecPath.Key(path, key);
        state.Origins[itemPath] = location;
        if (messages.Value(field, node, itemPath) is { } value)
            values[key] = value;
    }
}
