using System.Collections.Immutable;

namespace Tao.Cli.Parsing;

/// <summary>
/// The one declaration of a flag: parsing, checking, help and the request's option name all come from it.
/// </summary>
/// <param name="Name">Long name with its dashes, as TAO spells it: <c>--pruning_threshold</c>.</param>
internal sealed record Flag(string Name, FlagKind Kind, string Description)
{
    /// <summary>Other spellings; the first is shown in help: <c>-pth</c>.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>What it is when not given; null for none.</summary>
    public string? Default { get; init; }

    public bool Required { get; init; }

    /// <summary>The only values allowed; empty for any.</summary>
    public ImmutableArray<string> Values { get; init; } = [];

    /// <summary>Why the flag, accepted so that TAO's command lines run, does nothing here.</summary>
    public string? NoEffect { get; init; }

    /// <summary>The word for its value in help.</summary>
    public string ValueName { get; init; } = "VALUE";

    /// <summary>The name in a stage request: without dashes.</summary>
    public string OptionName => Name.TrimStart('-');

    public IEnumerable<string> Spellings => Aliases.Prepend(Name);
}
