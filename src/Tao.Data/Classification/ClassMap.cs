using System.Collections.Immutable;
using System.Text.Json;
using Tao.Specs;

namespace Tao.Data.Classification;

/// <summary>A fixed order of classes, TAO's <c>--classmap</c> file: <c>{"cat": 0, "dog": 1}</c>.</summary>
public sealed record ClassMap(ImmutableArray<string> Classes, string? File)
{
    private const string Remedy = "Write {\"first class\": 0, \"second class\": 1} with every number from 0 to the number of classes less one, once.";

    /// <summary>Reads the file; null with errors in the bag when it is not a map.</summary>
    public static ClassMap? Read(string path, DiagnosticBag bag)
    {
        ArgumentNullException.ThrowIfNull(bag);
        try
        {
            return Parse(System.IO.File.ReadAllBytes(path), path, bag);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            bag.Error(DataCodes.ClassMapUnreadable, $"The class map cannot be read: {e.Message}", "Check its path.", new SourceLocation(path, 1, 1));
            return null;
        }
    }

    /// <summary>As <see cref="Read"/>, from memory; the path is only named in messages.</summary>
    public static ClassMap? Parse(ReadOnlySpan<byte> json, string path, DiagnosticBag bag)
    {
        ArgumentNullException.ThrowIfNull(bag);
        var entries = new List<ClassMapEntry>();
        try
        {
            if (!TryReadEntries(json, entries, path, bag))
                return null;
        }
        catch (JsonException e)
        {
            var at = new SourceLocation(path, (int)(e.LineNumber ?? 0) + 1, (int)(e.BytePositionInLine ?? 0) + 1);
            bag.Error(DataCodes.ClassMapUnreadable, "The class map is not valid JSON.", Remedy, at);
            return null;
        }
        return Order(entries, path, bag);
    }

    private static bool TryReadEntries(ReadOnlySpan<byte> json, List<ClassMapEntry> entries, string path, DiagnosticBag bag)
    {
        var reader = new Utf8JsonReader(json);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            bag.Error(DataCodes.ClassMapUnreadable, "The class map is not a JSON object.", Remedy, new SourceLocation(path, 1, 1));
            return false;
        }
        var sound = true;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var place = LineOf(json, (int)reader.TokenStartIndex, path);
            var name = reader.GetString()!;
            reader.Read();
            var index = 0;
            if (reader.TokenType != JsonTokenType.Number || !reader.TryGetInt32(out index))
            {
                bag.Error(DataCodes.ClassMapIndex, $"The index of class '{name}' is not a whole number.", Remedy, place);
                sound = false;
            }
            reader.Skip();
            entries.Add(new ClassMapEntry(name, index, place));
        }
        return sound;
    }

    private static ClassMap? Order(List<ClassMapEntry> entries, string path, DiagnosticBag bag)
    {
        var classes = new string?[entries.Count];
        var sound = true;
        foreach (var entry in entries)
        {
            var problem = entry.Index < 0 || entry.Index >= entries.Count
                ? $"The index {entry.Index} of class '{entry.Name}' is not below {entries.Count}, the number of classes."
                : classes[entry.Index] is { } other ? $"The classes '{other}' and '{entry.Name}' share the index {entry.Index}." : null;
            if (problem is null && classes.Contains(entry.Name))
                problem = $"The class '{entry.Name}' is listed twice.";
            if (problem is null)
                classes[entry.Index] = entry.Name;
            else
                bag.Error(DataCodes.ClassMapIndex, problem, Remedy, entry.Place);
            sound &= problem is null;
        }
        return sound ? new ClassMap([.. classes.OfType<string>()], path) : null;
    }

    private static SourceLocation LineOf(ReadOnlySpan<byte> json, int offset, string path)
    {
        var before = json[..offset];
        return new SourceLocation(path, before.Count((byte)'\n') + 1, offset - before.LastIndexOf((byte)'\n'));
    }

    private readonly record struct ClassMapEntry(string Name, int Index, SourceLocation Place);
}
