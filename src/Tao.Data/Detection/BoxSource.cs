using System.Collections.Immutable;
using Tao.Data.Classification;

namespace Tao.Data.Detection;

/// <summary>One place with images and their boxes; all paths are full.</summary>
/// <param name="Labels">KITTI: the folder of label files; COCO: the annotation file or the folder that holds one; Pascal VOC: the split; records: the pattern.</param>
/// <param name="Images">The images' folder; Pascal VOC: the folder that holds <c>ImageSets</c>; records: where images are unpacked.</param>
public sealed record BoxSource(BoxFormat Format, string Images, string Labels)
{
    private static readonly ImmutableArray<(string Images, string Labels)> _kittiFolders =
        [("image_2", "label_2"), ("images", "labels"), ("images", "label"), ("image", "label")];

    /// <summary>
    /// What a single path names: a COCO file (its images lie beside it or in <c>images</c>), Pascal VOC's folder, or a folder with KITTI's two
    /// (<c>image_2</c> and <c>label_2</c>, or <c>images</c> and <c>labels</c>). Null when it is none of these.
    /// </summary>
    /// <param name="path">Full path.</param>
    /// <param name="role">Chooses Pascal VOC's list: train, val or test.</param>
    public static BoxSource? Recognize(string path, SplitRole role)
    {
        if (File.Exists(path))
        {
            string folder = Path.GetDirectoryName(Path.GetFullPath(path))!, images = Path.Combine(folder, "images");
            return new BoxSource(BoxFormat.Coco, Directory.Exists(images) ? images : folder, path);
        }
        if (Directory.Exists(Path.Combine(path, "ImageSets", "Main")))
            return new BoxSource(BoxFormat.PascalVoc, path, ListOf(role));
        foreach (var (images, labels) in _kittiFolders)
        {
            if (Directory.Exists(Path.Combine(path, images)) && Directory.Exists(Path.Combine(path, labels)))
                return new BoxSource(BoxFormat.Kitti, Path.Combine(path, images), Path.Combine(path, labels));
        }
        return null;
    }

    internal ImmutableArray<LabeledImage> Read(ScanReport report) => Format switch
    {
        BoxFormat.Kitti => KittiFolder.Read(Images, Labels, report),
        BoxFormat.PascalVoc => VocFolder.Read(Images, Labels, report),
        BoxFormat.Records => RecordImages.Unpack(Labels, Images, report),
        _ => CocoFiles(report),
    };

    private ImmutableArray<LabeledImage> CocoFiles(ScanReport report)
    {
        if (File.Exists(Labels))
            return CocoAnnotationFile.Read(Labels, Images, report);
        string[] files = Directory.Exists(Labels) ? [.. Directory.EnumerateFiles(Labels, "*.json").Order(StringComparer.Ordinal)] : [];
        if (files.Length > 0)
            return [.. files.SelectMany(file => CocoAnnotationFile.Read(file, Images, report))];
        report.Error(DataCodes.FolderMissing, Labels, "There are no annotations.", "Name a JSON file in COCO's format, or a folder that holds some.");
        return [];
    }

    private static string ListOf(SplitRole role) => role switch
    {
        SplitRole.Train => "train",
        SplitRole.Validation => "val",
        _ => "test",
    };
}
