using System.Collections.Immutable;

namespace Tao.Cli.Parsing;

/// <summary>Python's argparse, and so every TAO command line, accepts a long flag cut short while it stays unambiguous.</summary>
internal static class FlagPrefixes
{
    /// <summary>The arguments with such flags written out; null when there was none.</summary>
    public static string[]? Complete(IReadOnlyList<string> arguments, IReadOnlyList<string> unmatched, ImmutableArray<Flag> flags)
    {
        var full = unmatched
            .Where(token => token.StartsWith("--", StringComparison.Ordinal) && token.Length > 2)
            .Distinct(StringComparer.Ordinal)
            .Select(token => KeyValuePair.Create(token, FullSpelling(token, flags)))
            .Where(pair => pair.Value is not null)
            .ToDictionary(StringComparer.Ordinal);
        return full.Count == 0 ? null : [.. arguments.Select(argument => full.GetValueOrDefault(argument) ?? argument)];
    }

    private static string? FullSpelling(string token, ImmutableArray<Flag> flags)
    {
        var (name, value) = token.IndexOf('=') is > 0 and var equals ? (token[..equals], token[equals..]) : (token, "");
        var matches = flags.Where(flag => flag.Spellings.Any(spelling => spelling.StartsWith(name, StringComparison.Ordinal))).ToArray();
        return matches.Length == 1 ? matches[0].Name + value : null;
    }
}
