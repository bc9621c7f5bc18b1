using System.Text;
using Tao.Specs;

namespace Tao.Cli.Help;

/// <summary>The page of a diagnostic code.</summary>
internal static class CodePage
{
    public static string Render(DiagnosticDescriptor descriptor)
    {
        var page = new StringBuilder();
        page.AppendLine($"{descriptor.Code}: {descriptor.Title}").AppendLine();
        foreach (var line in TextBlock.Wrap(descriptor.Explanation, TextBlock.Width))
            page.AppendLine(line);
        page.AppendLine().AppendLine("What to do:");
        foreach (var line in TextBlock.Wrap(descriptor.Remedy, TextBlock.Width - 2))
            page.Append("  ").AppendLine(line);
        return page.ToString();
    }
}
