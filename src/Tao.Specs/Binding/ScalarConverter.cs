using System.Diagnostics.CodeAnalysis;

namespace Tao.Specs.Binding;

/// <summary>Turns a scalar as written into a value of a field's plain type.</summary>
internal static class ScalarConverter
{
    public static bool TryConvert(SpecScalar scalar, Type type, [NotNullWhen(true)] out object? value, out ConversionFault fault)
    {
        fault = default;
        value = type == typeof(string) ? Text(scalar) : type == typeof(bool) ? Boolean(scalar) : Number(scalar, type, ref fault);
        if (value is null && fault.Code is null)
            fault = WrongType(scalar, type);
        return value is not null;
    }

    private static object? Text(SpecScalar scalar) => scalar.Kind is SpecScalarKind.Text or SpecScalarKind.Plain ? scalar.Text : null;

    /// <summary>The spellings of protobuf's Python reader; in YAML also those of YAML 1.1, which TAO's YAML reader follows.</summary>
    private static object? Boolean(SpecScalar scalar) => (scalar.Kind, scalar.Text) switch
    {
        (SpecScalarKind.Word or SpecScalarKind.Plain, "true" or "True" or "t") or (SpecScalarKind.Number or SpecScalarKind.Plain, "1") => true,
        (SpecScalarKind.Word or SpecScalarKind.Plain, "false" or "False" or "f") or (SpecScalarKind.Number or SpecScalarKind.Plain, "0") => false,
        (SpecScalarKind.Plain, "TRUE" or "yes" or "Yes" or "YES" or "on" or "On" or "ON") => true,
        (SpecScalarKind.Plain, "FALSE" or "no" or "No" or "NO" or "off" or "Off" or "OFF") => false,
        _ => null,
    };

    private static object? Number(SpecScalar scalar, Type type, ref ConversionFault fault)
    {
        if (scalar.Kind is SpecScalarKind.Text or SpecScalarKind.Null)
            return null;
        if (type == typeof(float))
            return NumberText.TryReal(scalar, out _) ? NumberText.ToSingle(scalar) : null;
        if (type == typeof(double))
            return NumberText.TryReal(scalar, out var real) ? real : null;
        if (!NumberText.TryInteger(scalar, out var whole))
            return null;

        var (least, most) = Limits(type);
        if (whole >= least && whole <= most)
            return Narrow(whole, type);
        fault = new(SpecCodes.OutOfRange, $"{scalar.Text} does not fit", $"Choose a value from {least} to {most}.");
        return null;
    }

    private static (Int128 Least, Int128 Most) Limits(Type type) =>
        type == typeof(uint) ? (uint.MinValue, uint.MaxValue)
        : type == typeof(int) ? (int.MinValue, int.MaxValue)
        : type == typeof(ulong) ? (ulong.MinValue, ulong.MaxValue)
        : (long.MinValue, long.MaxValue);

    private static object Narrow(Int128 value, Type type) =>
        type == typeof(uint) ? (uint)value
        : type == typeof(int) ? (int)value
        : type == typeof(ulong) ? (ulong)value
        : (object)(long)value;

    private static ConversionFault WrongType(SpecScalar scalar, Type type)
    {
        var found = scalar.Kind switch
        {
            SpecScalarKind.Text => $"\"{scalar.Text}\" is text",
            SpecScalarKind.Number => $"{scalar.Text} is {(type == typeof(string) || type == typeof(bool) ? "a number" : "no such number")}",
            _ => $"'{scalar.Text}' is not",
        };
        return new(SpecCodes.WrongType, found, Remedy(scalar, type));
    }

    private static string Remedy(SpecScalar scalar, Type type)
    {
        if (type == typeof(string))
            return $"Write \"{scalar.Text}\".";
        var unquoted = scalar with { Kind = SpecScalarKind.Plain };
        ConversionFault ignored = default;
        var isOnlyQuoted = scalar.Kind == SpecScalarKind.Text && (type == typeof(bool) ? Boolean(unquoted) : Number(unquoted, type, ref ignored)) is not null;
        return isOnlyQuoted ? $"Write {scalar.Text} without quotes." : $"Write {ScalarTypes.Example(type)}.";
    }
}
