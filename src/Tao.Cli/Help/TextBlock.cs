using System.Text;

namespace Tao.Cli.Help;

/// <summary>Text broken into lines that a terminal shows whole.</summary>
internal static class TextBlock
{
    public const int Width = 100;

    public static IEnumerable<string> Wrap(string text, int width)
    {
        var line = new StringBuilder();
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line.ToString();
                line.Clear();
            }
            line.Append(line.Length > 0 ? " " : "").Append(word);
        }
        yield return line.ToString();
    }
}
