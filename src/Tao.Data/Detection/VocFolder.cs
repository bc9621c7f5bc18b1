using System.Collections.Immutable;
using Tao.Data.Classification;

namespace Tao.Data.Detection;

/// <summary>Pascal VOC's folder: <c>ImageSets/Main/SPLIT.txt</c> lists names, <c>Annotations</c> and <c>JPEGImages</c> have their files.</summary>
internal static class VocFolder
{
    /// <summary>In the list's order. What the list names and the folders lack is reported.</summary>
    public static ImmutableArray<LabeledImage> Read(string root, string split, ScanReport report)
    {
        var list = Path.Combine(root, "ImageSets", "Main", $"{split}.txt");
        if (!File.Exists(list))
        {
            report.Error(DataCodes.FolderMissing, list, $"There is no list of the images of '{split}'.", "Name the folder that holds ImageSets, Annotations and JPEGImages.");
            return [];
        }
        var images = ImmutableArray.CreateBuilder<LabeledImage>();
        var number = 0;
        foreach (var line in File.ReadLines(list))
        {
            number++;
            if (line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is [var name, ..] && Open(root, name, (list, number), report) is { } image)
                images.Add(image);
        }
        return images.ToImmutable();
    }

    private static LabeledImage? Open(string root, string name, (string List, int Line) place, ScanReport report)
    {
        var path = Path.Combine(root, "Annotations", $"{name}.xml");
        if (!File.Exists(path))
        {
            report.Fault(DataCodes.PartnerMissing, place.List, $"There is no annotation '{name}.xml'.", "Add the file, or remove the line.", place.Line);
            return null;
        }
        if (VocAnnotationFile.Read(path, report) is not { } annotation)
            return null;
        var images = Path.Combine(root, "JPEGImages");
        string[] names = annotation.FileName.Length > 0 ? [annotation.FileName, $"{name}.jpg"] : [$"{name}.jpg"];
        if (names.Select(file => Path.Combine(images, file)).FirstOrDefault(File.Exists) is { } image)
            return new LabeledImage(image, path, annotation.Objects);
        report.Fault(DataCodes.PartnerMissing, path, $"There is no image '{names[0]}' in {images}.", "Add the image, or remove the annotation.");
        return null;
    }
}
