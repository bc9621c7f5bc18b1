using System.Collections.Immutable;

namespace Tao.Engine.Fingerprints;

/// <summary>Says in words why a stage is not up to date.</summary>
internal static class FingerprintDifference
{
    private const int Shown = 3;

    /// <summary>For example <c>spec.train_config.n_epochs: 20 -> 80</c>; the first few differences and how many more there are.</summary>
    public static string Describe(ImmutableSortedDictionary<string, string> before, ImmutableSortedDictionary<string, string> now)
    {
        var differences = before.Keys.Union(now.Keys).Order(StringComparer.Ordinal)
            .Where(name => before.GetValueOrDefault(name) != now.GetValueOrDefault(name))
            .Select(name => $"{name}: {Shorten(before.GetValueOrDefault(name))} -> {Shorten(now.GetValueOrDefault(name))}")
            .ToList();
        string more = differences.Count > Shown ? $" and {differences.Count - Shown} more" : "";
        return string.Join(", ", differences.Take(Shown)) + more;
    }

    private static string Shorten(string? value) => value switch
    {
        null => "(none)",
        { Length: 64 } when value.All(char.IsAsciiHexDigit) => value[..8],
        _ => value,
    };
}
