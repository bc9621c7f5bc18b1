using System.Globalization;
using System.Text;

namespace Tao.Specs.Syntax;

/// <summary>
/// Decodes the escapes of a protobuf text string. Octal and hexadecimal escapes are bytes: several of them together spell one
/// UTF-8 character, so decoding works on bytes.
/// </summary>
internal static class StringEscapes
{
    private const string _simple = "a\ab\bf\fn\nr\rt\tv\v??''\"\"\\\\";

    public static string Decode(string text, int start, int end, TextPositions positions, DiagnosticBag bag)
    {
        var source = text[start..end];
        if (!source.Contains('\\', StringComparison.Ordinal))
            return source;

        var bytes = new List<byte>(source.Length);
        var offset = 0;
        while (offset < source.Length)
        {
            var taken = source[offset] == '\\' ? Escape(source.AsSpan(offset), bytes) : Plain(source.AsSpan(offset), bytes);
            if (taken < 0)
                bag.Error(SpecCodes.BadEscape, $"'{source.AsSpan(offset, Math.Min(2, source.Length - offset))}' is not an escape.", "Write a backslash as two backslashes.", positions.At(start + offset));
            offset += Math.Abs(taken);
        }

        var decoded = Encoding.UTF8.GetString([.. bytes]);
        if (decoded.Contains('\uFFFD', StringComparison.Ordinal) && !source.Contains('\uFFFD', StringComparison.Ordinal))
            bag.Error(SpecCodes.BadEscape, "The escapes of this string do not spell UTF-8 text.", "Write the characters themselves.", positions.At(start));
        return decoded;
    }

    private static int Plain(ReadOnlySpan<char> source, List<byte> bytes)
    {
        var length = source.IndexOf('\\') is var next and >= 0 ? next : source.Length;
        bytes.AddRange(Encoding.UTF8.GetBytes(source[..length].ToString()));
        return length;
    }

    /// <returns>Characters taken; negative when they are no escape.</returns>
    private static int Escape(ReadOnlySpan<char> source, List<byte> bytes)
    {
        if (source.Length < 2)
            return -1;
        switch (source[1])
        {
            case >= '0' and <= '7':
                return Octal(source, bytes);
            case 'x' or 'X':
                return Hexadecimal(source, bytes);
            case 'u':
                return Unicode(source, 4, bytes);
            case 'U':
                return Unicode(source, 8, bytes);
        }

        for (var index = 0; index < _simple.Length; index += 2)
        {
            if (_simple[index] == source[1])
            {
                bytes.Add((byte)_simple[index + 1]);
                return 2;
            }
        }

        return -2;
    }

    private static int Octal(ReadOnlySpan<char> source, List<byte> bytes)
    {
        var digits = 0;
        var value = 0;
        while (digits < 3 && digits + 1 < source.Length && source[digits + 1] is >= '0' and <= '7')
            value = (value * 8) + source[++digits] - '0';
        bytes.Add((byte)value);
        return value > byte.MaxValue ? -(digits + 1) : digits + 1;
    }

    private static int Hexadecimal(ReadOnlySpan<char> source, List<byte> bytes)
    {
        var digits = 0;
        while (digits < 2 && digits + 2 < source.Length && char.IsAsciiHexDigit(source[digits + 2]))
            digits++;
        if (digits == 0)
            return -2;
        bytes.Add(byte.Parse(source.Slice(2, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
        return digits + 2;
    }

    private static int Unicode(ReadOnlySpan<char> source, int digits, List<byte> bytes)
    {
        if (source.Length < digits + 2 || !uint.TryParse(source.Slice(2, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            return -2;
        if (!Rune.IsValid(value))
            return -(digits + 2);
        bytes.AddRange(Encoding.UTF8.GetBytes(new Rune(value).ToString()));
        return digits + 2;
    }
}
