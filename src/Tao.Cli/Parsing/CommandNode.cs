using System.Collections.Immutable;
using System.CommandLine;

namespace Tao.Cli.Parsing;

/// <summary>A declared command at its place in the tree, with the parser's options for its flags.</summary>
internal sealed class CommandNode(CommandDeclaration declaration, CommandNode? parent)
{
    private readonly Dictionary<Flag, Option<string[]>> _options = [];

    public CommandDeclaration Declaration { get; } = declaration;

    public CommandNode? Parent { get; } = parent;

    public Argument<string[]>? Operands { get; set; }

    /// <summary>The words that lead here: <c>tao classification train</c>.</summary>
    public string Path => Parent is null ? Declaration.Name : $"{Parent.Path} {Declaration.Name}";

    /// <summary>Its own flags, then those it hands down, then those handed down to it.</summary>
    public ImmutableArray<Flag> AllFlags => [.. Declaration.Flags, .. Inherited];

    private ImmutableArray<Flag> Inherited => [.. Declaration.InheritedFlags, .. Parent?.Inherited ?? []];

    // Every flag is read as a list so that a missing or repeated value is ours to judge; of repeated ones the last wins, as in argparse.
    public Option<string[]> AddOption(Flag flag, bool recursive)
    {
        var option = new Option<string[]>(flag.Name, [.. flag.Aliases])
        {
            Recursive = recursive,
            AllowMultipleArgumentsPerToken = flag.Kind == FlagKind.List,
            Arity = flag.Kind == FlagKind.Switch ? ArgumentArity.Zero : ArgumentArity.ZeroOrMore,
        };
        _options.Add(flag, option);
        return option;
    }

    public Option<string[]> OptionOf(Flag flag) => _options.TryGetValue(flag, out var option) ? option : Parent!.OptionOf(flag);
}
