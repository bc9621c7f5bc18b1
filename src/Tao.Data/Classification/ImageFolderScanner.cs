using System.Collections.Immutable;
using Tao.Specs;

namespace Tao.Data.Classification;

/// <summary>Lists images without labels: one file, or every image below a folder, in ordinal order.</summary>
public static class ImageFolderScanner
{
    /// <summary>Decodes and hashes every image; what cannot be used is reported as the policy says. There are no labels.</summary>
    /// <param name="path">An image file or a folder.</param>
    public static ImageDataset Scan(string path, FaultPolicy policy, DiagnosticBag bag, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(bag);
        var fullPath = Path.GetFullPath(path);
        var report = new ScanReport(bag, policy);
        var root = File.Exists(fullPath) ? Path.GetDirectoryName(fullPath)! : fullPath;
        if (!File.Exists(fullPath) && !Directory.Exists(fullPath))
        {
            report.Error(DataCodes.FolderMissing, fullPath, "The image or folder does not exist.", "Check the path.");
            return new ImageDataset(root, [], []);
        }
        var files = File.Exists(fullPath) ? [fullPath] : Directory.EnumerateFiles(fullPath, "*", SearchOption.AllDirectories);
        var candidates = files.Where(file => ImageExtensions.Promised(file) is not null)
            .Select(file => new ImageSample(Path.GetRelativePath(root, file).Replace('\\', '/'), [], null, 0, 0))
            .OrderBy(sample => sample.RelativePath, StringComparer.Ordinal)
            .ToArray();
        var checks = FolderDatasetScanner.CheckAll(root, candidates, cancellationToken);
        return new ImageDataset(root, [], [.. Usable(root, checks, report)]);
    }

    private static IEnumerable<ImageSample> Usable(string root, IEnumerable<SampleCheck> checks, ScanReport report)
    {
        foreach (var check in checks)
        {
            if (check.Problem is { } problem)
                report.Fault(problem.Code, Path.Combine(root, check.Sample.RelativePath), problem.Message, problem.Remedy);
            if (check.IsUsable)
                yield return check.Sample;
        }
    }
}
