using System.Collections.Immutable;

namespace Tao.Cli.Parsing;

/// <summary>The values of one command line by flag, checked; a flag that was not given has its default.</summary>
internal sealed class FlagValues(IReadOnlyDictionary<Flag, ImmutableArray<string>> given)
{
    public bool Has(Flag flag) => given.ContainsKey(flag);

    /// <summary>The last value given, else the default, else null.</summary>
    public string? Text(Flag flag) => given.TryGetValue(flag, out var values) && values.Length > 0 ? values[^1] : flag.Default;

    public ImmutableArray<string> List(Flag flag) => given.TryGetValue(flag, out var values) ? values : [];

    /// <summary>The flags as a request's options; those without value or default are left out, lists are separated by spaces.</summary>
    public ImmutableSortedDictionary<string, string> Options(params ReadOnlySpan<Flag> flags)
    {
        var options = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var flag in flags)
        {
            var value = flag.Kind switch
            {
                FlagKind.Switch => Has(flag) ? "true" : null,
                FlagKind.List => Has(flag) ? string.Join(' ', List(flag)) : null,
                _ => Text(flag),
            };
            if (!string.IsNullOrEmpty(value))
                options[flag.OptionName] = value;
        }
        return options.ToImmutable();
    }
}
