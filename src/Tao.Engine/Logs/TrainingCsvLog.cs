using System.Collections.Immutable;
using System.Globalization;
using CsvHelper;

namespace Tao.Engine.Logs;

/// <summary>
/// The training log of TAO's Keras networks: column <c>epoch</c>, from 1, then the metrics by name. Numbers are written so that
/// they read back exactly, in the invariant culture. A resumed run ends with the same bytes as an unbroken one.
/// </summary>
public sealed class TrainingCsvLog
{
    private const string EpochColumn = "epoch";

    private static readonly CsvWriterOptions _format = new() { NewLine = "\n" };

    private readonly string _path;
    private readonly List<Row> _rows;
    private ImmutableArray<string> _columns;

    /// <summary>Starts a log, or goes on with the one that is there.</summary>
    /// <param name="path">The file; its folder is made when missing.</param>
    /// <param name="completedEpochs">Rows after this epoch belong to work that was lost and will be done again; 0 starts afresh.</param>
    public TrainingCsvLog(string path, int completedEpochs)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(completedEpochs);
        _path = path;
        _rows = completedEpochs == 0 ? [] : [.. ReadRows(path).Where(row => row.Epoch <= completedEpochs)];
        _columns = ColumnsOf(_rows);
        Save();
    }

    /// <summary>
    /// Appends an epoch's metrics. One that first appears later adds its column, and a metric that is missing reads <c>nan</c>, as
    /// when an evaluation was skipped.
    /// </summary>
    public void Append(int epoch, IReadOnlyDictionary<string, double> metrics)
    {
        if (_rows.Count > 0 && epoch <= _rows[^1].Epoch)
            throw new ArgumentOutOfRangeException(nameof(epoch), epoch, $"The log already ends with epoch {_rows[^1].Epoch}.");
        var row = new Row(epoch, metrics.ToImmutableSortedDictionary(pair => pair.Key, pair => Format(pair.Value), StringComparer.Ordinal));
        _rows.Add(row);
        var columns = ColumnsOf(_rows);
        var sameColumns = columns.SequenceEqual(_columns);
        _columns = columns;
        if (sameColumns)
            File.AppendAllText(_path, Text([Fields(row)]));
        else
            Save();
    }

    private static ImmutableArray<string> ColumnsOf(List<Row> rows) =>
        [.. rows.SelectMany(row => row.Values.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static IEnumerable<Row> ReadRows(string path)
    {
        if (!File.Exists(path))
            yield break;
        var text = File.ReadAllText(path);
        // A half-written last line is a row of an epoch that has to be done again anyway.
        using var csv = CsvReader.FromText(text[..(text.LastIndexOf('\n') + 1)]);
        while (csv.Read())
        {
            var values = csv.Headers
                .Where(name => name != EpochColumn)
                .ToImmutableSortedDictionary(name => name, name => csv.GetString(name), StringComparer.Ordinal);
            yield return new Row(csv.Parse<int>(EpochColumn), values);
        }
    }

    private void Save()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(_path))!);
        var temporary = _path + ".tmp";
        File.WriteAllText(temporary, _rows.Count == 0 ? "" : Text([[EpochColumn, .. _columns], .. _rows.Select(Fields)]));
        File.Move(temporary, _path, overwrite: true);
    }

    private string[] Fields(Row row) =>
    [
        row.Epoch.ToString(CultureInfo.InvariantCulture),
        .. _columns.Select(column => row.Values.GetValueOrDefault(column) ?? Format(double.NaN)),
    ];

    private static string Text(IEnumerable<string[]> records)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = CsvWriter.Create(text, _format))
        {
            foreach (var record in records)
                csv.WriteRecord(record);
        }
        return text.ToString();
    }

    // Python's spellings, which every reader of these files knows.
    private static string Format(double value) => value switch
    {
        double.NaN => "nan",
        double.PositiveInfinity => "inf",
        double.NegativeInfinity => "-inf",
        _ => value.ToString("R", CultureInfo.InvariantCulture),
    };

    private sealed record Row(int Epoch, ImmutableSortedDictionary<string, string> Values);
}
