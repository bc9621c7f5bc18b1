using System.Globalization;

namespace Tao.Specs.Binding;

/// <summary>A plain value as protobuf text would write it.</summary>
internal static class ValueText
{
    public static string Of(object value) => value switch
    {
        string text => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)}\"",
        bool flag => flag ? "true" : "false",
        Enum => EnumNames.NameOf(value),
        _ => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
    };
}
