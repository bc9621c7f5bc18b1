using System.Collections.Immutable;
using System.Text.Json;
using Tao.Data.Classification;
using Tao.Data.Detection;
using Tao.Specs;
using Tao.Specs.Common.Detection;

namespace Tao.Data.Conversion;

/// <summary>What a <c>dataset_convert</c> spec asks for: which images become which record files.</summary>
/// <param name="Root">What the frames' names are relative to.</param>
/// <param name="Files">Each file with its images, fold by fold.</param>
/// <param name="Counts">Objects of each class in the labels, before anything is left out.</param>
public sealed record DatasetExport(string Root, ImmutableArray<(string Path, ImmutableArray<LabeledImage> Items)> Files, ImmutableSortedDictionary<string, int> Counts)
{
    /// <summary>Reads the labels and divides the images. Check the bag for errors before writing.</summary>
    /// <param name="prefix">What the files' names begin with, TAO's <c>-o</c>.</param>
    /// <param name="validationFold">TAO's <c>-f</c>: the fold that the sample modifier leaves alone; null for fold 0 of several.</param>
    public static DatasetExport Plan(DatasetExportConfig config, string prefix, int? validationFold, FaultPolicy policy, DiagnosticBag bag)
    {
        ArgumentNullException.ThrowIfNull(config);
        ArgumentNullException.ThrowIfNull(bag);
        var report = new ScanReport(bag, policy);
        var (root, folds, shards) = config.KittiConfig is { } kitti ? Kitti(kitti, report) : Coco(config.CocoConfig!, report);
        var counts = ClassMapping.Count(folds.SelectMany(fold => fold));
        if (folds.All(fold => fold.IsEmpty) && !bag.HasErrors)
            report.Error(DataCodes.NoImages, root, "There is no image with labels.", "Check the folders' names and image_extension.");
        if (config.SampleModifierConfig is { } modifier)
        {
            var validation = validationFold ?? (folds.Length > 1 ? 0 : -1);
            var training = folds.Length - (validation >= 0 && validation < folds.Length ? 1 : 0);
            folds = [.. folds.Select((fold, i) => i == validation ? fold : new SampleModifier(modifier).Apply(fold, training))];
        }
        return new DatasetExport(config.ImageDirectoryPath.Length > 0 ? config.ImageDirectoryPath : root, RecordFiles.Divide(prefix, folds.Zip(shards)), counts);
    }

    private static (string Root, ImmutableArray<ImmutableArray<LabeledImage>> Folds, IEnumerable<int> Shards) Kitti(KittiExportConfig config, ScanReport report)
    {
        var root = config.RootDirectoryPath;
        var images = KittiFolder.Read(Path.Combine(root, config.ImageDirName), Path.Combine(root, config.LabelDirName), report, config.ImageExtension);
        ImmutableArray<ImmutableArray<LabeledImage>> folds = config.PartitionMode switch
        {
            "random" => Partitions.Random(images, Name, config.ValSplit),
            "sequence" => Sequences(images, config, report),
            _ => [images],
        };
        return (root, folds, Enumerable.Repeat((int)config.NumShards, folds.Length));
    }

    private static (string Root, ImmutableArray<ImmutableArray<LabeledImage>> Folds, IEnumerable<int> Shards) Coco(CocoExportConfig config, ScanReport report)
    {
        var root = config.RootDirectoryPath;
        var folds = config.AnnotationFiles.Zip(config.ImgDirNames, (file, folder) => CocoAnnotationFile.Read(Path.Combine(root, file), Path.Combine(root, folder), report)).ToImmutableArray();
        return (root, folds, folds.Select((_, i) => config.NumShards switch { [] => 0, [var all] => (int)all, var each => (int)each[i] }));
    }

    private static ImmutableArray<ImmutableArray<LabeledImage>> Sequences(ImmutableArray<LabeledImage> images, KittiExportConfig config, ScanReport report)
    {
        var file = config.KittiSequenceToFramesFile;
        if (Frames(file, report) is not { } frames)
            return [];
        var listed = frames.Values.SelectMany(names => names).ToHashSet(StringComparer.Ordinal);
        if (images.Where(image => !listed.Contains(Name(image))).ToList() is { Count: > 0 } strangers)
            report.Fault(DataCodes.PartnerMissing, file, $"{strangers.Count} image(s) are in no sequence and are left out, the first '{Name(strangers[0])}'.", "Add them to a sequence.");
        if (listed.Except(images.Select(Name)).Order(StringComparer.Ordinal).ToList() is { Count: > 0 } missing)
            report.Fault(DataCodes.PartnerMissing, file, $"{missing.Count} frame(s) of the sequences have no image with labels, the first '{missing[0]}'.", "Add the images, or remove the frames.");
        return Partitions.Sequences(images, Name, frames, (int)config.NumPartitions);
    }

    private static string Name(LabeledImage image) => Path.GetFileNameWithoutExtension(image.Path);

    private static IReadOnlyDictionary<string, ImmutableArray<string>>? Frames(string path, ScanReport report)
    {
        try
        {
            return Partitions.ReadSequences(File.ReadAllText(path));
        }
        catch (JsonException e)
        {
            report.Error(DataCodes.LabelLine, path, $"The file of sequences is no JSON object of lists: {e.Message}", "Write {\"sequence\": [\"frame\", ...], ...}.", (int)(e.LineNumber ?? 0) + 1);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            report.Error(DataCodes.AccessDenied, path, $"The file of sequences cannot be read: {e.Message}", "Check that it exists and its permissions.");
        }
        return null;
    }
}
