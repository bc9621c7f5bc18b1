using System.Collections.Immutable;

namespace Tao.Specs.Binding;

/// <summary>
/// Binds one message and those in it. Rules of protobuf text: the last single value wins, a message given again merges,
/// the last member of a oneof replaces the others.
/// </summary>
internal sealed class MessageBinder(BindingState state)
{
    private readonly ValueBinder _values = new(state);

    public object Bind(SpecSchema schema, ImmutableArray<SpecEntry> entries, string path, SourceLocation location)
    {
        state.Origins[path] = location;
        var message = Activator.CreateInstance(schema.Type)!;
        foreach (var (field, given) in Collect(schema, entries, path))
            BindField(message, field, given, SpecPath.Join(path, field.Name));
        foreach (var field in schema.Fields.Where(IsRequired))
            CheckGiven(schema, field, path, location);
        (message as ISpecRules)?.Check(new(state, path, location));
        return message;
    }

    private bool IsRequired(SpecFieldSchema field) => field.Attribute.Required || (field.Attribute.RequiredBy & state.Stages) != 0;

    private void CheckGiven(SpecSchema schema, SpecFieldSchema field, string path, SourceLocation location)
    {
        var fieldPath = SpecPath.Join(path, field.Name);
        if (state.Origins.ContainsKey(fieldPath) || state.IsFaulty(fieldPath))
            return;
        var where = path.Length == 0 ? "The spec" : $"'{path}'";
        var example = field.IsMessage ? $"{field.Name} {{ ... }}" : $"{field.Name}: {ScalarTypes.Example(field.ElementType)}";
        state.Error(SpecCodes.MissingField, fieldPath, $"{where} lacks the required field '{field.Name}' of {schema.Name}.", $"Add '{example}'.", location);
    }

    /// <summary>Sorts the entries by field, in schema order; unknown ones are reported, replaced oneof members bound only for their errors.</summary>
    private IEnumerable<(SpecFieldSchema Field, List<SpecEntry> Given)> Collect(SpecSchema schema, ImmutableArray<SpecEntry> entries, string path)
    {
        var given = new Dictionary<SpecFieldSchema, List<SpecEntry>>();
        var chosen = new Dictionary<string, SpecFieldSchema>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            if (schema.Find(entry.Name) is not { } field)
            {
                ReportUnknown(schema, entry, path);
                continue;
            }

            if (entry.Value is SpecScalar { Kind: SpecScalarKind.Null })
                continue;
            if (field.Attribute.OneOf is { } group && !(chosen.TryAdd(group, field) || chosen[group] == field))
            {
                Replace(chosen[group], given, entry, path);
                chosen[group] = field;
            }

            if (!given.TryGetValue(field, out var list))
                given[field] = list = [];
            list.Add(entry);
        }

        return schema.Fields.Where(given.ContainsKey).Select(field => (field, given[field]));
    }

    private void Replace(SpecFieldSchema old, Dictionary<SpecFieldSchema, List<SpecEntry>> given, SpecEntry winner, string path)
    {
        if (!given.Remove(old, out var entries))
            return;
        state.Bag.Warning(
            SpecCodes.OneOfConflict,
            $"'{old.Name}' and '{winner.Name}' exclude each other; '{winner.Name}' at {winner.Location} wins because it comes last.",
            $"Remove '{old.Name}' or '{winner.Name}'.",
            entries[^1].Location);
        var discarded = new MessageBinder(state.Discarding());
        discarded.BindField(Activator.CreateInstance(old.DeclaringType)!, old, entries, SpecPath.Join(path, old.Name));
    }

    private void ReportUnknown(SpecSchema schema, SpecEntry entry, string path)
    {
        var suggestion = FieldSuggester.Suggest(state.Root, schema, path, entry.Name);
        if (suggestion.Sibling is { } sibling)
            state.MarkFaulty(SpecPath.Join(path, sibling));
        state.Error(SpecCodes.UnknownField, SpecPath.Join(path, entry.Name), $"{schema.Name} has no field '{entry.Name}'.", suggestion.Text, entry.Location);
    }

    private void BindField(object message, SpecFieldSchema field, List<SpecEntry> entries, string path)
    {
        var last = entries[^1];
        state.Origins[path] = last.Location;
        Announce(field, last);
        switch (field.Shape)
        {
            case SpecFieldShape.Repeated:
                field.SetValue(message, Items(field, entries, path));
                return;
            case SpecFieldShape.Map:
                field.SetValue(message, new MapBinder(state, this).Bind(field, entries, path));
                return;
        }

        if (field.Message is { } schema)
        {
            if (Merge(field, entries, path) is { } merged)
                field.SetValue(message, Bind(schema, merged, path, last.Location));
            return;
        }

        if (entries.Count > 1)
            state.Bag.Info(SpecCodes.Repeated, $"'{path}' is given {entries.Count} times; the last one, at {last.Location}, wins.", "Remove the earlier ones.", entries[0].Location);
        foreach (var entry in entries)
        {
            if (_values.Bind(field, entry.Value, path) is { } value)
                field.SetValue(message, value);
        }
    }

    private void Announce(SpecFieldSchema field, SpecEntry entry)
    {
        if (field.Attribute.Retired is { } retired)
            state.Bag.Warning(SpecCodes.Retired, $"'{field.Name}' is from an older TAO: {retired}", "Remove it.", entry.Location);
        else if (field.Attribute.Ignored is { } ignored)
            state.Bag.Warning(SpecCodes.Ignored, $"'{field.Name}' has no effect: {ignored}", "Remove it if you rely on it.", entry.Location);
        else if (field.Attribute.Extension)
            state.Bag.Info(SpecCodes.Extension, $"'{field.Name}' is an extension of this SDK; other TAO tools refuse a spec that holds it.", null, entry.Location);
    }

    /// <summary>A message given twice merges: binding the entries of all occurrences in order is exactly that.</summary>
    private ImmutableArray<SpecEntry>? Merge(SpecFieldSchema field, List<SpecEntry> entries, string path)
    {
        var merged = ImmutableArray.CreateBuilder<SpecEntry>();
        var isSound = true;
        foreach (var entry in entries)
        {
            if (entry.Value is SpecBlock block)
                merged.AddRange(block.Entries);
            else
                isSound = ReportNoBlock(field, entry.Value, path);
        }

        return isSound ? merged.ToImmutable() : null;
    }

    private bool ReportNoBlock(SpecFieldSchema field, SpecNode node, string path)
    {
        var message = node is SpecList ? $"'{path}' is one {field.ElementTypeName}, not a list." : $"'{path}' is a {field.ElementTypeName}, not a single value.";
        state.Error(SpecCodes.WrongType, path, message, $"Write '{field.Name} {{ ... }}'.", node.Location);
        return false;
    }

    private object Items(SpecFieldSchema field, List<SpecEntry> entries, string path)
    {
        var items = new List<object?>();
        foreach (var node in entries.SelectMany(entry => entry.Value is SpecList list ? list.Items : [entry.Value]))
        {
            var itemPath = SpecPath.Item(path, items.Count);
            state.Origins[itemPath] = node.Location;
            items.Add(Value(field, node, itemPath));
        }

        return ImmutableCollections.Array(field.ElementType, items.Where(item => item is not null));
    }

    /// <summary>One item of a list or one value of a map.</summary>
    public object? Value(SpecFieldSchema field, SpecNode node, string path)
    {
        if (field.Message is not { } schema)
            return _values.Bind(field, node, path);
        if (node is SpecBlock block)
            return Bind(schema, block.Entries, path, node.Location);
        ReportNoBlock(field, node, path);
        return null;
    }
}
