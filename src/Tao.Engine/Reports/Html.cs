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

    /// <summary>A table in a box that scrolls by itself when the page is narrow; columns of numbers stand to the right.</summary>
    public Html Table(IEnumerable<string> header, IEnumerable<IEnumerable<string>> rows)
    {
        string[][] cells = [.. rows.Select(row => row.ToArray())];
        string[] titles = [.. header];
        bool[] numbers = [.. titles.Select((_, column) => column > 0 && cells.Length > 0 && cells.All(row => row[column].Length == 0 || IsNumber(row[column])))];
        Raw("<div class=\"scroll\" tabindex=\"0\"><table>");
        if (titles.Any(title => title.Length > 0))
        {
            Raw("<thead><tr>");
            for (int column = 0; column < titles.Length; column++)
                Raw(numbers[column] ? "<th scope=\"col\" class=\"number\">" : "<th scope=\"col\">").Text(titles[column]).Raw("</th>");
            Raw("</tr></thead>");
        }
        Raw("<tbody>");
        foreach (string[] row in cells)
        {
            Raw("<tr>");
            for (int column = 0; column < row.Length; column++)
                Raw(column == 0 ? "<th scope=\"row\">" : numbers[column] ? "<td class=\"number\">" : "<td>").Text(row[column]).Raw(column == 0 ? "</th>" : "</td>");
            Raw("</tr>");
        }
        return Raw("</tbody></table></div>");
    }

    public override string ToString() => _text.ToString();

    private static bool IsNumber(string cell) => cell.Length > 0 && (char.IsAsciiDigit(cell[^1]) || cell.EndsWith(" %", StringComparison.Ordinal) || cell.EndsWith("iB", StringComparison.Ordinal)) && (char.IsAsciiDigit(cell[0]) || cell[0] is '-' or '+');
}
