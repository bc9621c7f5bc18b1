using System.Net;
using System.Text;

namespace Tao.Engine.Reports;

/// <summary>Writes HTML in which every text is escaped, for class names and paths may hold anything.</summary>
internal sealed class Html
{
    private readonly StringBuilder _text = new();

    /// <summary>Markup of our own, as it is.</summary>
    public Html Raw(string markup)
    {
        _text.Append(markup);
        return this;
    }

    public Html Text(string text)
    {
        _text.Append(WebUtility.HtmlEncode(text));
        return this;
    }

    /// <param name="tag">With a class where it has one: <c>td.number</c>.</param>
    public Html Element(string tag, string text)
    {
        string[] parts = tag.Split('.', 2);
        return Raw(parts.Length == 1 ? $"<{tag}>" : $"<{parts[0]} class=\"{parts[1]}\">").Text(text).Raw($"</{parts[0]}>");
    }

    /// <summary>A table in a box that scrolls by itself when the page is narrow; numbers stand to the right.</summary>
    public Html Table(IEnumerable<string> header, IEnumerable<IEnumerable<string>> rows)
    {
        Raw("<div class=\"scroll\" tabindex=\"0\"><table><thead><tr>");
        foreach (string cell in header)
            Raw("<th scope=\"col\">").Text(cell).Raw("</th>");
        Raw("</tr></thead><tbody>");
        foreach (var row in rows)
        {
            Raw("<tr>");
            int column = 0;
            foreach (string cell in row)
            {
                bool first = column++ == 0;
                Raw(first ? "<th scope=\"row\">" : IsNumber(cell) ? "<td class=\"number\">" : "<td>").Text(cell).Raw(first ? "</th>" : "</td>");
            }
            Raw("</tr>");
        }
        return Raw("</tbody></table></div>");
    }

    public override string ToString() => _text.ToString();

    private static bool IsNumber(string cell) => cell.Length > 0 && (char.IsAsciiDigit(cell[^1]) || cell.EndsWith(" %", StringComparison.Ordinal) || cell.EndsWith("iB", StringComparison.Ordinal)) && (char.IsAsciiDigit(cell[0]) || cell[0] is '-' or '+');
}
