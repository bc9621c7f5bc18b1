using System.Collections.Immutable;
using System.CommandLine;
using Tao.Specs;

namespace Tao.Cli.Parsing;

/// <summary>Parses arguments against the declarations. System.CommandLine finds which word belongs to what; the checks and their words are ours.</summary>
internal sealed class CommandLine
{
    // "-eq" is one of TAO's flags, never -e with -q; "@" begins ordinary file names.
    private static readonly ParserConfiguration _configuration = new() { EnablePosixBundling = false, ResponseFileTokenReplacer = null };

    private readonly Dictionary<Command, CommandNode> _nodes = [];
    private readonly Command _root;

    public CommandLine(CommandDeclaration root) => _root = Build(root, parent: null);

    public ParsedCommand Parse(IReadOnlyList<string> arguments)
    {
        var result = _root.Parse(arguments, _configuration);
        var node = _nodes[result.CommandResult.Command];
        var completed = FlagPrefixes.Complete(arguments, result.UnmatchedTokens, node.AllFlags);
        if (completed is not null)
            result = _root.Parse(completed, _configuration);
        return new ParsedCommand(node, result);
    }

    private Command Build(CommandDeclaration declaration, CommandNode? parent)
    {
        var node = new CommandNode(declaration, parent);
        var command = new Command(declaration.Name, declaration.Summary) { TreatUnmatchedTokensAsErrors = false };
        foreach (var flag in declaration.Flags)
            command.Add(node.AddOption(flag, recursive: false));
        foreach (var flag in declaration.InheritedFlags)
            command.Add(node.AddOption(flag, recursive: true));
        if (declaration.Operand is { } operand)
        {
            node.Operands = new Argument<string[]>(operand.Name) { Arity = ArgumentArity.ZeroOrMore };
            command.Add(node.Operands);
        }
        foreach (var child in declaration.Commands)
            command.Add(Build(child, node));
        _nodes.Add(command, node);
        return command;
    }
}
