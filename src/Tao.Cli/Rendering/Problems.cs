using Tao.Specs;

namespace Tao.Cli.Rendering;

/// <summary>Prints diagnostics, a line each, to the standard error.</summary>
internal static class Problems
{
    public static void Print(Terminal terminal, IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var line in diagnostics.Select(DiagnosticText.Of))
            terminal.Error.WriteLine(line.Text);
    }
}
