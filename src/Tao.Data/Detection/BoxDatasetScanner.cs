using System.Collections.Immutable;
using Tao.Data.Classification;
using Tao.Specs;

namespace Tao.Data.Detection;

/// <summary>Reads images with boxes from one or more sources. Every file is opened, and everything that is not used is reported.</summary>
public static class BoxDatasetScanner
{
    /// <summary>Lists, decodes and hashes every image. Check the bag for errors before using the result.</summary>
    /// <param name="sources">Read in this order.</param>
    /// <param name="mapping">Names the classes; objects of others are left out, with a word.</param>
    /// <param name="mustHaveAll">Whether a class without an object is an error, as in training data.</param>
    /// <param name="policy">Whether an unusable file is a warning or an error.</param>
    /// <param name="bag">Receives one diagnostic for each problem.</param>
    /// <param name="cancellation">Stops the scan.</param>
    public static ImageDataset Scan(
        ImmutableArray<BoxSource> sources, ClassMapping mapping, bool mustHaveAll, FaultPolicy policy, DiagnosticBag bag, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(mapping);
        ArgumentNullException.ThrowIfNull(bag);
        var report = new ScanReport(bag, policy);
        LabeledImage[] images = [.. sources.SelectMany(source => source.Read(report))];
        if (bag.HasErrors)
            return Empty(mapping);
        if (images.Length == 0)
        {
            report.Error(DataCodes.NoImages, sources.FirstOrDefault()?.Images ?? "", "The dataset has no image with a label file.", "Check the folders of images and labels.");
            return Empty(mapping);
        }

        mapping.Check(ClassMapping.Count(images), mustHaveAll, bag);
        string root = CommonFolder(images.Select(image => image.Path));
        var candidates = images.Select(image => new ImageSample(Path.GetRelativePath(root, image.Path).Replace('\\', '/'), [], null, 0, 0)).ToArray();
        var checks = FolderDatasetScanner.CheckAll(root, candidates, cancellation);
        for (int i = 0; i < checks.Length; i++)
        {
            if (checks[i].IsUsable)
                checks[i] = checks[i] with { Sample = checks[i].Sample with { Boxes = Boxes(images[i], checks[i].Sample, mapping, report) } };
        }
        var samples = FolderDatasetScanner.Report(root, checks, report);
        if (samples.IsEmpty)
            report.Error(DataCodes.NoImages, root, "The dataset has no usable image.", $"Images are files named {ImageExtensions.List}.");
        return new ImageDataset(root, LabelSet.Single(mapping.Classes), samples) { LabelsBoxes = true };
    }

    private static ImageDataset Empty(ClassMapping mapping) => new("", LabelSet.Single(mapping.Classes), []) { LabelsBoxes = true };

    private static ImmutableArray<GroundTruthBox> Boxes(LabeledImage image, ImageSample sample, ClassMapping mapping, ScanReport report)
    {
        var boxes = ImmutableArray.CreateBuilder<GroundTruthBox>();
        foreach (var labeled in image.Objects)
        {
            if (mapping.IndexOf(labeled.ClassName) is { } index && BoxCheck.Inside(labeled, sample.Width, sample.Height, image.LabelPath, report) is { } inside)
                boxes.Add(new GroundTruthBox(index, inside.Box, inside.Difficult));
        }
        return boxes.ToImmutable();
    }

    /// <summary>The deepest folder that holds them all.</summary>
    private static string CommonFolder(IEnumerable<string> paths)
    {
        string[]? common = null;
        foreach (string path in paths)
        {
            string[] parts = Path.GetDirectoryName(Path.GetFullPath(path))!.Split(Path.DirectorySeparatorChar);
            common = common is null ? parts : [.. common.Zip(parts).TakeWhile(pair => pair.First == pair.Second).Select(pair => pair.First)];
        }
        string folder = string.Join(Path.DirectorySeparatorChar, common ?? []);
        return folder.Length == 0 || folder.EndsWith(':') ? folder + Path.DirectorySeparatorChar : folder;
    }
}
