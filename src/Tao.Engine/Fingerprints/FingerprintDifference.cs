using System.Collections.Immutable;

namespace Tao.Engine.Fingerprints;

/// <summary>Says in words why a stage is not up to date.</summary>
internal static class FingerprintDifference
{
    /// <summary>For example <c>spec.train_config.n_epochs: 20 -> 80</c>; the first few differences and how many more there are.</summary>
    public static ImmutableArray<string> Lines(ImmutableSortedDictionary<string, string> before, ImmutableSortedDictionary<string, string> now, int most)
    {
        string[] names = [.. Names(before, now)];
        var lines = names.Take(most).Select(name => $"{name}: {Shorten(before.GetValueOrDefault(name))} -> {Shorten(now.GetValueOrDefault(name))}");
        return names.Length > most ? [.. lines, $"and {names.Length - most} more"] : [.. lines];
    }

    /// <summary>The names of what differs, in order.</summary>
    public static IEnumerable<string> Names(ImmutableSortedDictionary<string, string> before, ImmutableSortedDictionary<string, string> now) =>
        before.Keys.Union(now.Keys).Order(StringComparer.Ordinal).Where(name => before.GetValueOrDefault(name) != now.GetValueOrDefault(name));

    private static string Shorten(string? value) => value switch
    {
        null => "(none)",
        { Length: 64 } when value.All(char.IsAsciiHexDigit) => value[..8],
        _ => value,
    };
}
