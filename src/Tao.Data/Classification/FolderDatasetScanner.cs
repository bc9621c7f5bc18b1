using System.Collections.Immutable;
using Tao.Specs;

namespace Tao.Data.Classification;

/// <summary>
/// Reads a folder-per-class dataset as Keras' flow_from_directory walks it: a class is a first-level folder, classes are in ordinal order
/// (or in that of a class map), images lie at any depth below. Unlike Keras it opens every file, and reports what it does not use.
/// </summary>
public static class FolderDatasetScanner
{
    /// <summary>Lists, decodes and hashes every image. Check the bag for errors before using the result.</summary>
    /// <param name="root">The folder that holds the class folders.</param>
    /// <param name="classMap">Fixes which classes there are and their order; null takes the folders in ordinal order.</param>
    /// <param name="policy">Whether an unusable file is a warning or an error.</param>
    /// <param name="bag">Receives one diagnostic for each problem, in the order of the files.</param>
    /// <param name="cancellationToken">Stops the scan.</param>
    public static ImageDataset Scan(string root, ClassMap? classMap, FaultPolicy policy, DiagnosticBag bag, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(root);
        ArgumentNullException.ThrowIfNull(bag);
        var fullRoot = Path.GetFullPath(root);
        var report = new ScanReport(bag, policy);
        if (!Directory.Exists(fullRoot))
        {
            report.Error(DataCodes.FolderMissing, fullRoot, "The dataset folder does not exist.", "Check the path; it holds one folder for each class.");
            return new ImageDataset(fullRoot, [], []);
        }
        var walk = new FolderWalk(fullRoot, report);
        var classes = OrderClasses(fullRoot, walk.ClassFolders(), classMap, report);
        var candidates = classes.SelectMany((name, label) => walk.Images(name, label)).ToArray();
        var checks = CheckAll(fullRoot, candidates, cancellationToken);
        var samples = Report(fullRoot, checks, report);
        ReportEmptyClasses(fullRoot, classes, samples, report);
        return new ImageDataset(fullRoot, LabelSet.Single(classes), samples);
    }

    private static ImmutableArray<string> OrderClasses(string root, IReadOnlyList<string> folders, ClassMap? map, ScanReport report)
    {
        if (map is not null)
        {
            foreach (var folder in folders.Where(folder => !map.Classes.Contains(folder)))
                report.Fault(
                    DataCodes.ClassMapMismatch, Path.Combine(root, folder), $"The class map does not list the folder '{folder}'.",
                    "Add the class to the map, or remove the folder.");
            foreach (var name in map.Classes.Where(name => !folders.Contains(name)))
                report.Error(
                    DataCodes.ClassMapMismatch, map.File ?? root, $"The class '{name}' of the class map has no folder in {root}.",
                    "Add the folder, or remove the class from the map.");
        }
        ImmutableArray<string> classes = map?.Classes ?? [.. folders];
        if (classes.Length < 2)
            report.Error(
                DataCodes.TooFewClasses, root, $"The dataset has {classes.Length} class folder(s); a classifier needs at least two.",
                "Put the images of each class into a folder of their own.");
        return classes;
    }

    internal static SampleCheck[] CheckAll(string root, ImageSample[] candidates, CancellationToken cancellationToken)
    {
        var checks = new SampleCheck[candidates.Length];
        var options = new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.For(0, candidates.Length, options, () => new SampleChecker(root), (i, _, checker) =>
        {
            checks[i] = checker.Check(candidates[i]);
            return checker;
        }, _ => { });
        return checks;
    }

    internal static ImmutableArray<ImageSample> Report(string root, SampleCheck[] checks, ScanReport report)
    {
        var samples = ImmutableArray.CreateBuilder<ImageSample>(checks.Length);
        var seen = new Dictionary<string, ImageSample>(StringComparer.Ordinal);
        foreach (var check in checks)
        {
            var path = Path.Combine(root, check.Sample.RelativePath);
            if (check.Problem is { } problem)
                report.Fault(problem.Code, path, problem.Message, problem.Remedy);
            if (!check.IsUsable)
                continue;
            if (!seen.TryAdd(check.Sample.Sha256!, check.Sample))
                ReportDuplicate(path, check.Sample, seen[check.Sample.Sha256!], report);
            samples.Add(check.Sample);
        }
        return samples.ToImmutable();
    }

    private static void ReportDuplicate(string path, ImageSample sample, ImageSample first, ScanReport report)
    {
        var message = sample.Labels.SequenceEqual(first.Labels)
            ? $"The file has the same content as '{first.RelativePath}'."
            : $"The file has the same content as '{first.RelativePath}', which is in another class.";
        report.Warning(DataCodes.DuplicateContent, path, message, "Delete one of the two.");
    }

    private static void ReportEmptyClasses(string root, ImmutableArray<string> classes, ImmutableArray<ImageSample> samples, ScanReport report)
    {
        var used = samples.Select(sample => sample.Labels[0]).ToHashSet();
        if (used.Count == 0 && classes.Length > 0)
            report.Error(
                DataCodes.NoImages, root, "The dataset has no usable image.", $"Images are files named {ImageExtensions.List} below the class folders.");
        else
            foreach (var (name, label) in classes.Select((name, label) => (name, label)).Where(c => !used.Contains(c.label)))
                report.Fault(
                    DataCodes.EmptyClass, Path.Combine(root, name), $"The class '{name}' has no usable image.", "Add images to the folder, or remove it.");
    }
}
