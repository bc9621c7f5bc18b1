using System.Collections.Immutable;
using Tao.Data.Classification;

namespace Tao.Data.Detection;

/// <summary>Images and label files of the same stem, as <c>image_2/000007.png</c> and <c>label_2/000007.txt</c>.</summary>
internal static class KittiFolder
{
    /// <summary>In ordinal order of the names. A file without its partner is reported and left out, as TAO leaves it out.</summary>
    /// <param name="extension">Only images of this extension, with its dot; null for all.</param>
    public static ImmutableArray<LabeledImage> Read(string imageDirectory, string labelDirectory, ScanReport report, string? extension = null)
    {
        if (!FolderExists(imageDirectory, "image", report) | !FolderExists(labelDirectory, "label", report))
            return [];
        var labels = Directory.EnumerateFiles(labelDirectory, "*.txt").ToDictionary(file => Path.GetFileNameWithoutExtension(file), StringComparer.Ordinal);
        var images = ImmutableArray.CreateBuilder<LabeledImage>();
        foreach (var image in Directory.EnumerateFiles(imageDirectory).Where(file => ImageExtensions.Promised(file) is not null && (extension is null || extension.Equals(Path.GetExtension(file), StringComparison.OrdinalIgnoreCase))).Order(StringComparer.Ordinal))
        {
            var stem = Path.GetFileNameWithoutExtension(image);
            if (labels.Remove(stem, out var label))
                images.Add(new LabeledImage(image, label, KittiLabelFile.Read(label, report)));
            else
                report.Fault(DataCodes.PartnerMissing, image, $"The image has no label file '{stem}.txt' of its own and is left out.", "Add the file; an empty one says that there is nothing on the image.");
        }
        foreach (var label in labels.Values.Order(StringComparer.Ordinal))
            report.Fault(DataCodes.PartnerMissing, label, $"There is no {extension ?? "image"} for the label file in {imageDirectory}.", $"Add the image ({extension ?? ImageExtensions.List}), or remove the file.");
        return images.ToImmutable();
    }

    private static bool FolderExists(string path, string what, ScanReport report)
    {
        if (Directory.Exists(path))
            return true;
        report.Error(DataCodes.FolderMissing, path, $"The {what} folder does not exist.", "Check the path; images and labels lie in two folders.");
        return false;
    }
}
