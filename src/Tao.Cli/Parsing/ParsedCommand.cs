using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Tao.Specs;

namespace Tao.Cli.Parsing;

/// <summary>What was typed, sorted to the declarations but not yet judged.</summary>
internal sealed class ParsedCommand(CommandNode node, ParseResult result)
{
    public CommandNode Node { get; } = node;

    public bool Given(Flag flag) => result.GetResult(Node.OptionOf(flag)) is { Implicit: false };

    /// <summary>Reports everything wrong at once; what it returns counts only when the bag has no error.</summary>
    public (FlagValues Flags, ImmutableArray<string> Operands) Check(DiagnosticBag bag)
    {
        var operands = CheckOperands(bag);
        var given = Node.AllFlags.Where(Given).ToDictionary(flag => flag, flag => Read(flag, bag));
        foreach (var flag in Node.Declaration.Flags.Where(flag => flag.Required && !given.ContainsKey(flag)))
            bag.Error(CliCodes.MissingFlag, $"'{Node.Path}' needs {string.Join('/', flag.Spellings)}: {flag.Description}");
        foreach (var flag in given.Keys.Where(flag => flag.NoEffect is not null))
            bag.Warning(CliCodes.NoEffect, $"{flag.Name} has no effect: {flag.NoEffect}");
        return (new FlagValues(given), operands);
    }

    private ImmutableArray<string> CheckOperands(DiagnosticBag bag)
    {
        var declared = Node.Operands is { } argument ? result.GetValue(argument) ?? [] : [];
        if (Node.Declaration.Commands.Length > 0)
        {
            CheckCommandWord(bag);
            return [];
        }
        var words = Words([.. declared, .. result.UnmatchedTokens], bag);
        CheckCount(words, bag);
        return words;
    }

    private void CheckCommandWord(DiagnosticBag bag)
    {
        var children = Node.Declaration.Commands.Where(child => !child.Hidden).Select(child => child.Name).ToArray();
        var all = string.Join(", ", children);
        var word = result.UnmatchedTokens.FirstOrDefault();
        if (word is null)
        {
            bag.Error(CliCodes.MissingCommand, $"'{Node.Path}' needs a {Node.Declaration.ChildWord}.", $"Write one of: {all}.");
            return;
        }
        if (word.StartsWith('-'))
        {
            ReportUnknownFlag(word, bag);
            return;
        }
        var remedy = Node.Declaration.Elsewhere.GetValueOrDefault(word)
            ?? (NearestName.Of(word, children) is { } nearest ? $"Did you mean '{nearest}'?" : $"Write one of: {all}.");
        bag.Error(CliCodes.UnknownCommand, $"'{Node.Path}' has no {Node.Declaration.ChildWord} '{word}'.", remedy);
    }

    private ImmutableArray<string> Words(IReadOnlyList<string> tokens, DiagnosticBag bag)
    {
        var words = ImmutableArray.CreateBuilder<string>();
        var afterUnknownFlag = false;
        foreach (var token in tokens)
        {
            var isFlag = token.Length > 1 && token[0] == '-';
            if (isFlag)
                ReportUnknownFlag(token, bag);
            else if (!afterUnknownFlag)
                words.Add(token);
            afterUnknownFlag = isFlag && !token.Contains('=');
        }
        return words.ToImmutable();
    }

    private void ReportUnknownFlag(string token, DiagnosticBag bag)
    {
        var name = token.Split('=')[0];
        var spellings = Node.AllFlags.SelectMany(flag => flag.Spellings).ToArray();
        var ambiguous = spellings.Where(spelling => name.StartsWith("--", StringComparison.Ordinal) && spelling.StartsWith(name, StringComparison.Ordinal)).ToArray();
        var remedy = ambiguous.Length > 1
            ? $"It could be {string.Join(" or ", ambiguous)}."
            : NearestName.Of(name, spellings) is { } nearest ? $"Did you mean '{nearest}'?" : $"'{Node.Path} --help' lists the flags.";
        bag.Error(CliCodes.UnknownFlag, $"'{Node.Path}' has no flag '{name}'.", remedy);
    }

    private void CheckCount(ImmutableArray<string> words, DiagnosticBag bag)
    {
        var operand = Node.Declaration.Operand;
        if (operand is not null && words.Length < operand.Minimum)
            bag.Error(CliCodes.MissingFlag, $"'{Node.Path}' needs {operand.Name}: {operand.Description}");
        foreach (var stray in words.Skip(operand?.Maximum ?? 0))
            bag.Error(CliCodes.StrayArgument, $"'{Node.Path}' cannot use the argument '{stray}'.", $"'{Node.Path} --help' shows what it takes.");
    }

    private ImmutableArray<string> Read(Flag flag, DiagnosticBag bag)
    {
        var values = result.GetValue(Node.OptionOf(flag)) ?? [];
        if (values.Length == 0 && flag.Kind != FlagKind.Switch)
            bag.Error(CliCodes.MissingFlag, $"{flag.Name} needs a value: {flag.Description}");
        foreach (var value in values)
            CheckValue(flag, value, bag);
        return [.. values];
    }

    private static void CheckValue(Flag flag, string value, DiagnosticBag bag)
    {
        if (flag.Kind == FlagKind.Integer && !long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _))
            bag.Error(CliCodes.BadFlagValue, $"{flag.Name} is a whole number, not '{value}'.");
        else if (flag.Kind == FlagKind.Number && !double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
            bag.Error(CliCodes.BadFlagValue, $"{flag.Name} is a number, not '{value}'.", "Write it with a decimal point, for example 0.5.");
        else if (flag.Values.Length > 0 && !flag.Values.Contains(value, StringComparer.OrdinalIgnoreCase))
            bag.Error(CliCodes.BadFlagValue, $"{flag.Name} cannot be '{value}'.", Suggestion(flag, value));
    }

    private static string Suggestion(Flag flag, string value) =>
        NearestName.Of(value, flag.Values) is { } nearest ? $"Did you mean '{nearest}'?" : $"Write one of: {string.Join(", ", flag.Values)}.";
}
