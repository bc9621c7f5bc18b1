using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Tao.Cli.Parsing;

namespace Tao.Cli.Help;

/// <summary>The help page of a command, from the declarations that also parse it.</summary>
internal static class HelpPage
{
    private const int Indent = 2;
    private const int MaximumColumn = 36;

    public static string Render(CommandNode node)
    {
        var page = new StringBuilder();
        page.AppendLine(node.Declaration.Summary).AppendLine();
        page.AppendLine("Usage:");
        page.AppendLine(CultureInfo.InvariantCulture, $"  {Usage(node)}");
        Section(page, Title(node.Declaration.ChildWord), node.Declaration.Commands.Where(child => !child.Hidden).Select(child => (child.Name, child.Summary)));
        if (node.Declaration.Operand is { } operand)
            Section(page, "Arguments", [(operand.Name, operand.Description)]);
        var flags = node.AllFlags;
        Section(page, "Flags", node.Declaration.Flags.Where(flag => flag.NoEffect is null).Select(Row));
        Section(page, "Common flags, before or after the " + node.Declaration.ChildWord, InheritedRows(node));
        Section(page, "Accepted for TAO's sake, without effect", flags.Where(flag => flag.NoEffect is not null).Select(IgnoredRow));
        if (node.Declaration.Notes is { } notes)
            page.AppendLine().AppendLine(string.Join(Environment.NewLine, notes.Split('\n').SelectMany(line => TextBlock.Wrap(line, TextBlock.Width))));
        return page.ToString();
    }

    private static IEnumerable<(string, string)> InheritedRows(CommandNode node) =>
        node.AllFlags.Skip(node.Declaration.Flags.Length).Where(flag => flag.NoEffect is null).Select(Row);

    private static string Usage(CommandNode node)
    {
        var words = new List<string> { node.Path };
        if (node.Declaration.Commands.Length > 0)
            words.Add($"<{node.Declaration.ChildWord}>");
        words.AddRange(node.Declaration.Flags.Where(flag => flag.Required).Select(flag => $"{Shortest(flag)} {flag.ValueName}"));
        if (node.Declaration.Operand is { } operand)
            words.Add(operand.Usage);
        words.Add("[flags]");
        return string.Join(' ', words);
    }

    private static string Shortest(Flag flag) => flag.Aliases.FirstOrDefault(flag.Name);

    private static (string, string) Row(Flag flag)
    {
        var facts = new List<string>();
        if (flag.Required)
            facts.Add("required");
        if (flag.Values.Length > 0)
            facts.Add("one of " + string.Join(", ", flag.Values));
        if (!string.IsNullOrEmpty(flag.Default))
            facts.Add("default " + flag.Default);
        return (Spelling(flag), facts.Count == 0 ? flag.Description : $"{flag.Description} ({string.Join("; ", facts)})");
    }

    private static (string, string) IgnoredRow(Flag flag) => (Spelling(flag), flag.NoEffect!);

    private static string Spelling(Flag flag)
    {
        var names = string.Join(", ", flag.Aliases.Append(flag.Name));
        return flag.Kind switch
        {
            FlagKind.Switch => names,
            FlagKind.List => $"{names} {flag.ValueName}...",
            _ => $"{names} {flag.ValueName}",
        };
    }

    private static void Section(StringBuilder page, string title, IEnumerable<(string Term, string Text)> rows)
    {
        var all = rows.ToImmutableArray();
        if (all.IsEmpty)
            return;
        page.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"{title}:");
        var column = Math.Min(all.Max(row => row.Term.Length), MaximumColumn) + Indent + 2;
        foreach (var (term, text) in all)
            Row(page, term, text, column);
    }

    private static void Row(StringBuilder page, string term, string text, int column)
    {
        var head = new string(' ', Indent) + term;
        var lines = TextBlock.Wrap(text, TextBlock.Width - column).ToArray();
        if (head.Length + 2 > column)
        {
            page.AppendLine(head);
            head = "";
        }
        foreach (var line in lines)
        {
            page.Append(head.PadRight(column)).AppendLine(line);
            head = "";
        }
    }

    private static string Title(string childWord) => char.ToUpperInvariant(childWord[0]) + childWord[1..] + "s";
}
