using System.Globalization;

namespace Tao.Cli.Rendering;

/// <summary>Numbers as people read them, the same in every culture.</summary>
internal static class Quantity
{
    private static readonly string[] _units = ["B", "KiB", "MiB", "GiB", "TiB"];

    public static string Bytes(long bytes)
    {
        var value = (double)bytes;
        var unit = 0;
        for (; value >= 1024 && unit < _units.Length - 1; unit++)
            value /= 1024;
        return string.Create(CultureInfo.InvariantCulture, $"{value.ToString(unit == 0 ? "0" : "0.0", CultureInfo.InvariantCulture)} {_units[unit]}");
    }

    /// <summary><c>1:02:03</c>, or <c>2:03</c> under an hour.</summary>
    public static string Clock(TimeSpan span)
    {
        span = span < TimeSpan.Zero ? TimeSpan.Zero : TimeSpan.FromSeconds(Math.Round(span.TotalSeconds));
        return span.TotalHours >= 1
            ? string.Create(CultureInfo.InvariantCulture, $"{(long)span.TotalHours}:{span.Minutes:00}:{span.Seconds:00}")
            : string.Create(CultureInfo.InvariantCulture, $"{span.Minutes}:{span.Seconds:00}");
    }

    public static string Metric(double value) => value.ToString("0.####", CultureInfo.InvariantCulture) is var text && text is "0" or "-0" && value != 0
        ? value.ToString("0.##e-0", CultureInfo.InvariantCulture)
        : text;

    public static string Percent(double fraction) => Math.Floor(fraction * 100).ToString("0", CultureInfo.InvariantCulture) + " %";
}
