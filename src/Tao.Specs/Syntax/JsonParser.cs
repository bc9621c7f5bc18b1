using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace Tao.Specs.Syntax;

/// <summary>JSON with positions; comments and trailing commas are allowed, as people write them in settings files.</summary>
internal static class JsonParser
{
    public static SpecBlock Parse(string text, string file, DiagnosticBag bag)
    {
        var start = new SourceLocation(file, 1, 1);
        if (string.IsNullOrWhiteSpace(text))
            return new([], IsMapping: true, start);

        var bytes = Encoding.UTF8.GetBytes(text);
        var positions = new BytePositions(bytes, file);
        try
        {
            var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            reader.Read();
            var root = Value(ref reader, positions, bag);
            while (reader.Read())
            {
                // Reading on to the end makes the reader report anything after the root value.
            }

            if (root is SpecBlock block)
                return block;
            bag.Error(SpecCodes.JsonSyntax, "A spec is an object.", "Wrap the fields in '{' and '}'.", root.Location);
        }
        catch (JsonException exception)
        {
            var location = positions.At((int)(exception.LineNumber ?? 0), (int)(exception.BytePositionInLine ?? 0));
            bag.Error(SpecCodes.JsonSyntax, $"The JSON cannot be read: {exception.Message}", "Check commas, quotes and braces there.", location);
        }

        return new([], IsMapping: true, start);
    }

    private static SpecNode Value(ref Utf8JsonReader reader, BytePositions positions, DiagnosticBag bag)
    {
        var location = positions.At(reader.TokenStartIndex);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return Object(ref reader, location, positions, bag);
            case JsonTokenType.StartArray:
                var items = ImmutableArray.CreateBuilder<SpecNode>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    items.Add(Value(ref reader, positions, bag));
                return new SpecList(items.ToImmutable(), location);
            case JsonTokenType.String:
                return new SpecScalar(SpecScalarKind.Text, Text(ref reader, location, bag), location);
            case JsonTokenType.Number:
                return new SpecScalar(SpecScalarKind.Number, Encoding.UTF8.GetString(reader.ValueSpan), location);
            case JsonTokenType.Null:
                return new SpecScalar(SpecScalarKind.Null, "null", location);
            default:
                return new SpecScalar(SpecScalarKind.Word, Encoding.UTF8.GetString(reader.ValueSpan), location);
        }
    }

    private static SpecBlock Object(ref Utf8JsonReader reader, SourceLocation location, BytePositions positions, DiagnosticBag bag)
    {
        var fields = new MappingBuilder(bag);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var nameLocation = positions.At(reader.TokenStartIndex);
            var name = Text(ref reader, nameLocation, bag);
            reader.Read();
            fields.Add(name, Value(ref reader, positions, bag), nameLocation);
        }

        return fields.ToBlock(location);
    }

    private static string Text(ref Utf8JsonReader reader, SourceLocation location, DiagnosticBag bag)
    {
        try
        {
            return reader.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, such as "\ud800", is JSON but no text.
            bag.Error(SpecCodes.BadEscape, "The escapes of this string do not spell text.", "Write the characters themselves.", location);
            return "";
        }
    }
}
