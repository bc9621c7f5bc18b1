using System.Collections.Immutable;

namespace Tao.Cli.Parsing;

/// <summary>A command, and all that parsing and help need to know about it.</summary>
internal sealed record CommandDeclaration(string Name, string Summary)
{
    public ImmutableArray<Flag> Flags { get; init; } = [];

    /// <summary>Flags that also its sub-commands take, before or after their name.</summary>
    public ImmutableArray<Flag> InheritedFlags { get; init; } = [];

    public Operand? Operand { get; init; }

    public ImmutableArray<CommandDeclaration> Commands { get; init; } = [];

    /// <summary>Words of other TAO versions or networks that a user may type here, with what to do instead.</summary>
    public ImmutableSortedDictionary<string, string> Elsewhere { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>More to know, below the flags of the help page.</summary>
    public string? Notes { get; init; }

    /// <summary>What its sub-commands are called: <c>command</c>, <c>sub-task</c>.</summary>
    public string ChildWord { get; init; } = "command";

    /// <summary>Not listed in its parent's help page.</summary>
    public bool Hidden { get; init; }

    public Func<Invocation, int>? Run { get; init; }
}
