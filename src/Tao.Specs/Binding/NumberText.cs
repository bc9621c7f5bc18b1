using System.Globalization;

namespace Tao.Specs.Binding;

/// <summary>Number literals of the three languages: decimal, hexadecimal and octal whole numbers; reals with an optional f; inf and nan.</summary>
internal static class NumberText
{
    /// <summary>Whole numbers as protobuf's Python reader takes them; <c>010</c> is octal there and decimal in YAML, where <c>0o10</c> is octal.</summary>
    public static bool TryInteger(SpecScalar scalar, out Int128 value)
    {
        var isNegative = scalar.Text.StartsWith('-');
        var digits = isNegative || scalar.Text.StartsWith('+') ? scalar.Text.AsSpan(1) : scalar.Text;
        var isPlain = scalar.Kind == SpecScalarKind.Plain;
        var isRead = digits switch
        {
            ['0', 'x' or 'X', .. var hexadecimal] => Int128.TryParse(hexadecimal, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value) && value >= 0,
            ['0', 'o', .. var octal] when isPlain => TryOctal(octal, out value),
            ['0', _, ..] when !isPlain => TryOctal(digits[1..], out value),
            _ => Int128.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out value),
        };
        value = isNegative ? -value : value;
        return isRead;
    }

    /// <summary>Hexadecimal is not a real number, as in protobuf.</summary>
    public static bool TryReal(SpecScalar scalar, out double value)
    {
        if (TryNotFinite(scalar, out value))
            return true;
        return double.TryParse(Digits(scalar), NumberStyles.Float & ~NumberStyles.AllowTrailingWhite & ~NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>Rounds the decimal once: by way of a double it could round twice.</summary>
    public static float ToSingle(SpecScalar scalar) =>
        TryNotFinite(scalar, out var value) ? (float)value : float.Parse(Digits(scalar), NumberStyles.Float, CultureInfo.InvariantCulture);

    private static ReadOnlySpan<char> Digits(SpecScalar scalar)
    {
        var text = scalar.Text.AsSpan();
        var hasSuffix = scalar.Kind == SpecScalarKind.Number && text is [.., 'f' or 'F'];
        return hasSuffix ? text[..^1] : text;
    }

    private static bool TryNotFinite(SpecScalar scalar, out double value)
    {
        value = scalar.Text.TrimStart('-', '+', '.').ToUpperInvariant() switch
        {
            "INF" or "INFINITY" => scalar.Text[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity,
            "NAN" => double.NaN,
            _ => 0,
        };
        return value != 0;
    }

    private static bool TryOctal(ReadOnlySpan<char> digits, out Int128 value)
    {
        value = 0;
        foreach (var digit in digits)
        {
            if (digit is < '0' or > '7' || value > long.MaxValue)
                return false;
            value = (value * 8) + (digit - '0');
        }

        return digits.Length > 0;
    }
}
