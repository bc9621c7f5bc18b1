using System.Globalization;

namespace Tao.Cli.Parsing;

/// <summary>Amounts as people write them: a number and its unit.</summary>
internal static class Amount
{
    private static readonly Dictionary<string, double> _sizes = new(StringComparer.OrdinalIgnoreCase)
    {
        [""] = 1, ["B"] = 1,
        ["kB"] = 1e3, ["MB"] = 1e6, ["GB"] = 1e9, ["TB"] = 1e12,
        ["KiB"] = 1L << 10, ["MiB"] = 1L << 20, ["GiB"] = 1L << 30, ["TiB"] = 1L << 40,
    };

    private static readonly Dictionary<string, double> _hours = new(StringComparer.OrdinalIgnoreCase) { ["h"] = 1, ["d"] = 24, ["w"] = 7 * 24 };

    /// <summary><c>20GB</c> (thousands), <c>20GiB</c> (1024s) or a number of bytes; null for anything else.</summary>
    public static long? Bytes(string text) => Parse(text, _sizes) is { } bytes and < long.MaxValue ? (long)bytes : null;

    /// <summary><c>12h</c>, <c>30d</c> or <c>8w</c>; null for anything else.</summary>
    public static TimeSpan? Time(string text) => Parse(text, _hours) is { } hours and <= 1e6 ? TimeSpan.FromHours(hours) : null;

    private static double? Parse(string text, Dictionary<string, double> units)
    {
        var end = text.AsSpan().LastIndexOfAnyInRange('0', '9') + 1;
        return double.TryParse(text[..end], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && units.TryGetValue(text[end..].Trim(), out var unit)
            ? number * unit
            : null;
    }
}
