namespace Tao.Specs.Common.Detection;

[SpecMessage("DataSource", Doc = "Images with their labels: two folders, or TFRecords.")]
public sealed record DetectionDataSource : ISpecRules
{
    [SpecField("label_directory_path", Number = 1, Path = true, Doc = "Folder of KITTI label files, or of COCO annotations.")]
    public string LabelDirectoryPath { get; init; } = "";

    [SpecField("image_directory_path", Number = 2, Path = true, Doc = "Folder of the images.")]
    public string ImageDirectoryPath { get; init; } = "";

    [SpecField("root_path", Number = 3, Path = true, Ignored = "TAO does not read it either; paths are relative to the project.", Doc = "A prefix of paths.")]
    public string RootPath { get; init; } = "";

    [SpecField("tfrecords_path", Number = 4, Path = true, Doc = "Pattern of the record files that dataset_convert wrote, as \"records/kitti-fold-001*\".")]
    public string TfrecordsPath { get; init; } = "";

    public void Check(SpecRuleContext context)
    {
        var folders = LabelDirectoryPath.Length > 0 || ImageDirectoryPath.Length > 0;
        if (TfrecordsPath.Length == 0 && (LabelDirectoryPath.Length == 0 || ImageDirectoryPath.Length == 0))
            context.Error("The data source names no records, and not both folders.", "Set tfrecords_path, or label_directory_path and image_directory_path.", "image_directory_path", "label_directory_path");
        if (TfrecordsPath.Length > 0 && folders && LabelDirectoryPath.Length > 0)
            context.Warning("The data source names records and folders; the records are read.", "Remove one of the two.", "label_directory_path", "tfrecords_path");
    }
}
