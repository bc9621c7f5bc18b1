using System.Collections.Immutable;
using Tao.Specs;

namespace Tao.Data.Classification;

/// <summary>
/// Reads images that a CSV file labels: TAO's multitask data. Label sets are in ordinal order of their names, their classes in ordinal order
/// of the values. Every file is opened, and what is not used is reported at its row.
/// </summary>
public static class LabelTableScanner
{
    private const int NamesShown = 5;

    /// <summary>Check the bag for errors before using the result.</summary>
    /// <param name="table">The CSV file.</param>
    /// <param name="imageDirectory">What its image names are relative to.</param>
    /// <param name="known">The training data's label sets, which fix the order; null where the table makes its own.</param>
    /// <param name="policy">Whether an unusable row is a warning or an error.</param>
    public static ImageDataset Scan(
        string table, string imageDirectory, ImmutableArray<LabelSet>? known, FaultPolicy policy, DiagnosticBag bag, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(table);
        ArgumentNullException.ThrowIfNull(bag);
        var (file, root) = (Path.GetFullPath(table), Path.GetFullPath(imageDirectory));
        var report = new ScanReport(bag, policy);
        if (!Directory.Exists(root))
            report.Error(DataCodes.FolderMissing, root, "The image folder does not exist.", "Check the path; the names in the label table are relative to it.");
        if (LabelTable.Read(file, report) is not { } labels || !Directory.Exists(root))
            return new ImageDataset(root, known ?? [], []);

        var own = LabelSetsOf(labels);
        var candidates = labels.Rows.Select(row => new ImageSample(row.Image, Indices(row, labels, own), null, 0, 0)).ToArray();
        var checks = FolderDatasetScanner.CheckAll(root, candidates, cancellationToken);
        var dataset = new ImageDataset(root, own, Usable(labels, checks, report));
        if (known is { } wanted)
            return dataset.WithLabelSets(wanted) ?? Mismatch(dataset, wanted, labels, report);
        foreach (var set in own.Where(set => set.Classes.Length < 2))
            report.Error(DataCodes.TooFewClasses, file, $"The task '{set.Name}' has {set.Classes.Length} class(es); a classifier needs at least two.", "Remove the column, or add images of other classes.");
        return dataset;
    }

    private static ImmutableArray<LabelSet> LabelSetsOf(LabelTable table) =>
    [
        .. table.Columns.Select((name, column) => new LabelSet(
            name, [.. table.Rows.Select(row => row.Values[column]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)])).OrderBy(set => set.Name, StringComparer.Ordinal),
    ];

    private static ImmutableArray<int> Indices(LabelRow row, LabelTable table, ImmutableArray<LabelSet> sets) =>
        [.. sets.Select(set => set.Classes.BinarySearch(row.Values[table.Columns.IndexOf(set.Name)], StringComparer.Ordinal))];

    private static ImmutableArray<ImageSample> Usable(LabelTable table, SampleCheck[] checks, ScanReport report)
    {
        var samples = ImmutableArray.CreateBuilder<ImageSample>(checks.Length);
        var seen = new Dictionary<string, (ImageSample Sample, int Line)>(StringComparer.Ordinal);
        foreach (var (check, row) in checks.Zip(table.Rows))
        {
            if (check.Problem is { } problem)
                report.Fault(problem.Code, table.Path, $"{row.Image}: {problem.Message}", problem.Remedy, row.Line);
            if (!check.IsUsable)
                continue;
            if (!seen.TryAdd(check.Sample.Sha256!, (check.Sample, row.Line)))
                ReportTwin(table, row, check.Sample, seen[check.Sample.Sha256!], report);
            samples.Add(check.Sample);
        }
        if (samples.Count == 0)
            report.Error(DataCodes.NoImages, table.Path, "The label table names no usable image.", "Its first column holds image names relative to the image folder.");
        return samples.ToImmutable();
    }

    private static void ReportTwin(LabelTable table, LabelRow row, ImageSample sample, (ImageSample Sample, int Line) first, ScanReport report)
    {
        var labels = sample.Labels.SequenceEqual(first.Sample.Labels) ? "" : " with other labels";
        report.Warning(DataCodes.DuplicateContent, table.Path, $"{row.Image} has the same content as the image of line {first.Line}{labels}.", "Remove one of the rows.", row.Line);
    }

    private static ImageDataset Mismatch(ImageDataset dataset, ImmutableArray<LabelSet> wanted, LabelTable table, ScanReport report)
    {
        const string remedy = "Give both tables the same columns, and train on every value.";
        var (own, other) = (dataset.LabelSets.Select(set => set.Name).ToArray(), wanted.Select(set => set.Name).ToArray());
        if (other.Except(own).ToArray() is { Length: > 0 } missing)
            report.Error(DataCodes.SplitClassMismatch, table.Path, $"The table lacks the task {Name(missing)} of the training data.", remedy);
        if (own.Except(other).ToArray() is { Length: > 0 } added)
            report.Error(DataCodes.SplitClassMismatch, table.Path, $"The training data lacks the task {Name(added)}.", remedy);
        foreach (var set in dataset.LabelSets)
            if (wanted.FirstOrDefault(candidate => candidate.Name == set.Name) is { } known)
                foreach (var unknown in set.Classes.Except(known.Classes))
                    report.Error(DataCodes.SplitClassMismatch, table.Path, $"The training data has no '{unknown}' in the task '{set.Name}'.", remedy, FirstLine(table, set.Name, unknown));
        return dataset;
    }

    private static int FirstLine(LabelTable table, string task, string value)
    {
        var column = table.Columns.IndexOf(task);
        return table.Rows.First(row => row.Values[column] == value).Line;
    }

    private static string Name(string[] names) =>
        string.Join(", ", names.Take(NamesShown).Select(name => $"'{name}'")) + (names.Length > NamesShown ? $" and {names.Length - NamesShown} more" : "");
}
