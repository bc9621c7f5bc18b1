using System.Text;
using Tao.Specs.Syntax;

namespace Tao.Specs;

/// <summary>Reads a spec in any of its three languages. What is wrong in the text is reported, never thrown; the tree holds what could be read.</summary>
public static class SpecReader
{
    private static readonly UTF8Encoding _strictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a file; the extension chooses the language (<see cref="FormatOf"/>).</summary>
    public static SpecBlock Read(string path, DiagnosticBag bag) => Read(path, bag, FormatOf(path));

    public static SpecBlock Read(string path, DiagnosticBag bag, SpecFormat format)
    {
        try
        {
            return Decode(File.ReadAllBytes(path), path, bag) is { } text ? Parse(text, path, format, bag) : Empty(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            bag.Error(SpecCodes.Unreadable, $"The spec '{path}' cannot be read: {exception.Message}", "Check the path; it is relative to the project's folder.", new(path, 1, 1));
            return Empty(path);
        }
    }

    /// <param name="file">The name that locations carry.</param>
    public static SpecBlock Parse(string text, string file, SpecFormat format, DiagnosticBag bag)
    {
        var withoutMark = text.StartsWith('\uFEFF') ? text[1..] : text;
        return format switch
        {
            SpecFormat.Yaml => YamlParser.Parse(withoutMark, file, bag),
            SpecFormat.Json => JsonParser.Parse(withoutMark, file, bag),
            _ => ProtoTextParser.Parse(withoutMark, file, bag),
        };
    }

    /// <summary><c>.yaml</c> and <c>.yml</c> are YAML, <c>.json</c> is JSON; all else (<c>.txt .cfg .prototxt .pbtxt</c>) is protobuf text.</summary>
    public static SpecFormat FormatOf(string path) => Path.GetExtension(path).ToUpperInvariant() switch
    {
        ".YAML" or ".YML" => SpecFormat.Yaml,
        ".JSON" => SpecFormat.Json,
        _ => SpecFormat.ProtobufText,
    };

    private static string? Decode(byte[] bytes, string path, DiagnosticBag bag)
    {
        try
        {
            return _strictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException exception)
        {
            bag.Error(SpecCodes.NotUtf8, $"The spec '{path}' is not UTF-8 text.", "Save the file as UTF-8.", LocationOfByte(bytes, exception.Index, path));
            return null;
        }
    }

    private static SourceLocation LocationOfByte(byte[] bytes, int index, string path)
    {
        var before = bytes.AsSpan(0, Math.Clamp(index, 0, bytes.Length));
        return new(path, before.Count((byte)'\n') + 1, before.Length - before.LastIndexOf((byte)'\n'));
    }

    private static SpecBlock Empty(string path) => new([], IsMapping: false, new(path, 1, 1));
}
