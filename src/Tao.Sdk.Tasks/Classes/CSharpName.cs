using System.Globalization;
using System.Text;

namespace Tao.Sdk.Tasks.Classes;

/// <summary>Makes C# names of what users call their projects and classes.</summary>
internal static class CSharpName
{
    /// <summary><c>blood-cells 2</c> becomes <c>BloodCells2</c>; what begins with a digit gets an underscore, and what has no letter is <c>_</c>.</summary>
    public static string Of(string text)
    {
        var name = new StringBuilder();
        var starts = true;
        foreach (var letter in text)
        {
            if (!char.IsLetterOrDigit(letter))
            {
                starts = true;
                continue;
            }

            name.Append(starts ? char.ToUpper(letter, CultureInfo.InvariantCulture) : letter);
            starts = false;
        }

        return name.Length == 0 || char.IsDigit(name[0]) ? "_" + name : name.ToString();
    }

    /// <summary>One for each text, in order; of equal ones the later get numbers.</summary>
    public static List<string> Distinct(IEnumerable<string> texts)
    {
        var names = new List<string>();
        foreach (var name in texts.Select(Of))
        {
            var unique = name;
            for (var number = 2; names.Contains(unique); number++)
                unique = string.Create(CultureInfo.InvariantCulture, $"{name}{number}");
            names.Add(unique);
        }

        return names;
    }
}
