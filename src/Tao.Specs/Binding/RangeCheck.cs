using System.Globalization;

namespace Tao.Specs.Binding;

internal static class RangeCheck
{
    public static bool Accepts(SpecFieldAttribute field, double value) =>
        value >= field.Min && value <= field.Max
        && (double.IsNegativeInfinity(field.ExclusiveMin) || value > field.ExclusiveMin)
        && (double.IsPositiveInfinity(field.ExclusiveMax) || value < field.ExclusiveMax);

    public static string? Describe(SpecFieldAttribute field)
    {
        string?[] parts =
        [
            double.IsNegativeInfinity(field.Min) ? null : $">= {Text(field.Min)}",
            double.IsNegativeInfinity(field.ExclusiveMin) ? null : $"> {Text(field.ExclusiveMin)}",
            double.IsPositiveInfinity(field.Max) ? null : $"<= {Text(field.Max)}",
            double.IsPositiveInfinity(field.ExclusiveMax) ? null : $"< {Text(field.ExclusiveMax)}",
        ];
        var text = string.Join(" and ", parts.Where(part => part is not null));
        return text.Length == 0 ? null : text;
    }

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}
