using System.Globalization;

namespace Tao.Specs.Tests;

/// <summary>Shows a tree without positions, so that a test reads as one line: <c>a=1 b={c="x"} d=[1,2]</c>.</summary>
internal static class TreeText
{
    public static string Of(SpecNode node) => node switch
    {
        SpecBlock block => string.Join(' ', block.Entries.Select(entry => $"{entry.Name}={Inner(entry.Value)}")),
        _ => Inner(node),
    };

    public static string Positions(SpecBlock block) =>
        string.Join(' ', block.Entries.Select(entry => string.Create(CultureInfo.InvariantCulture, $"{entry.Name}@{entry.Location.Line}:{entry.Location.Column}/{entry.Value.Location.Line}:{entry.Value.Location.Column}")
            + (entry.Value is SpecBlock inner ? $" {{ {Positions(inner)} }}" : "")));

    private static string Inner(SpecNode node) => node switch
    {
        SpecBlock block => $"{{{Of(block)}}}",
        SpecList list => $"[{string.Join(',', list.Items.Select(Inner))}]",
        SpecScalar { Kind: SpecScalarKind.Text } scalar => $"\"{scalar.Text}\"",
        SpecScalar { Kind: SpecScalarKind.Plain } scalar => $"~{scalar.Text}",
        SpecScalar scalar => scalar.Text,
        _ => throw new ArgumentException($"No text for {node.GetType()}.", nameof(node)),
    };
}
