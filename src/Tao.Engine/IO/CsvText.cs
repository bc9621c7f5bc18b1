using System.Globalization;
using CsvHelper;

namespace Tao.Engine.IO;

/// <summary>Tables as comma-separated text, quoted where a field asks for it, in the invariant culture.</summary>
internal static class CsvText
{
    private static readonly CsvWriterOptions _format = new() { NewLine = "\n" };

    public static string Of(IEnumerable<string[]> rows)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = CsvWriter.Create(text, _format))
        {
            foreach (var row in rows)
                csv.WriteRecord(row);
        }
        return text.ToString();
    }

    /// <summary>A text as it is, a number so that it reads back exactly.</summary>
    public static string Cell(object value) => value switch
    {
        double number => Number(number),
        float number => Number(number),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    public static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
