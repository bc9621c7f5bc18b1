using System.Collections.Immutable;
using System.Text;
using CsvHelper;
using Tao.Specs;

namespace Tao.Data.Classification;

/// <summary>A CSV file with a header: the first column names an image, each other column asks one question of it.</summary>
/// <param name="Columns">The questions, in the file's order.</param>
internal sealed record LabelTable(string Path, ImmutableArray<string> Columns, ImmutableArray<LabelRow> Rows)
{
    private const string Remedy = "Write a CSV file with a header: a column of image names, then one column for each task.";

    /// <summary>Null, with every problem in the report, when the file is not such a table. Rows that lack a cell are faults.</summary>
    public static LabelTable? Read(string path, ScanReport report)
    {
        if (!File.Exists(path))
        {
            report.Error(DataCodes.FolderMissing, path, "The label table does not exist.", "Check the path; it names a CSV file.");
            return null;
        }
        try
        {
            using var csv = CsvReader.FromText(File.ReadAllText(path, Encoding.UTF8), new CsvReaderOptions { TrackLineNumbers = true });
            return Read(csv, path, report);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CsvFormatException)
        {
            report.Error(DataCodes.LabelTableUnreadable, path, $"The label table cannot be read: {e.Message}", Remedy);
            return null;
        }
    }

    private static LabelTable? Read(CsvReader csv, string path, ScanReport report)
    {
        var rows = ImmutableArray.CreateBuilder<LabelRow>();
        while (csv.Read())
        {
            if (csv.Headers.Count < 2)
                break;
            var line = (int)csv.LineNumber;
            string[] cells = [.. Enumerable.Range(0, csv.Headers.Count).Select(column => column < csv.FieldCount ? csv.GetString(column) : "")];
            var empty = Enumerable.Range(0, cells.Length).Where(column => cells[column].Length == 0).Select(column => $"'{csv.Headers[column]}'").ToList();
            if (empty.Count == 0)
                rows.Add(new LabelRow(line, cells[0].Replace('\\', '/'), [.. cells[1..]]));
            else if (empty.Count < cells.Length)
                report.Fault(DataCodes.LabelMissing, path, $"The row has nothing in {string.Join(", ", empty)}.", "Fill in the cells, or remove the row.", line);
        }
        string[] headers = [.. csv.Headers ?? []];
        if (headers.Length < 2)
        {
            report.Error(DataCodes.LabelTableUnreadable, path, $"The label table has {headers.Length} column(s); it needs one of image names and at least one of labels.", Remedy);
            return null;
        }
        foreach (var twice in headers.GroupBy(name => name, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            report.Error(DataCodes.LabelTableUnreadable, path, $"The label table has {twice.Count()} columns named '{twice.Key}'.", "Give each column a name of its own.");
            return null;
        }
        return new LabelTable(path, [.. headers[1..]], rows.ToImmutable());
    }
}
