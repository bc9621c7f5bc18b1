using System.Collections.Immutable;

namespace Tao.Specs.Common.Detection;

[SpecMessage("COCOConfig", Doc = "Folders of images, each with a COCO annotation file: one pair for each fold.")]
public sealed record CocoExportConfig : ISpecRules
{
    [SpecField("root_directory_path", Number = 1, Required = true, Path = true, Doc = "The data's root.")]
    public string RootDirectoryPath { get; init; } = "";

    [SpecField("img_dir_names", Number = 2, Required = true, Doc = "Folder of the images of each fold, below the root.")]
    public ImmutableArray<string> ImgDirNames { get; init; } = [];

    [SpecField("annotation_files", Number = 3, Required = true, Doc = "Annotation file of each fold, below the root.")]
    public ImmutableArray<string> AnnotationFiles { get; init; } = [];

    [SpecField("num_partitions", Number = 4, Doc = "Folds: as many as folders and files.")]
    public uint NumPartitions { get; init; }

    [SpecField("num_shards", Number = 5, Doc = "Files of each fold: one number, or one for each.")]
    public ImmutableArray<uint> NumShards { get; init; } = [];

    public void Check(SpecRuleContext context)
    {
        if (ImgDirNames.Length != AnnotationFiles.Length || NumPartitions != ImgDirNames.Length)
        {
            context.Error(
                $"There are {ImgDirNames.Length} folders, {AnnotationFiles.Length} annotation files and {NumPartitions} partitions.", "Give each fold one folder and one file, and set num_partitions to their number.",
                "num_partitions", "img_dir_names", "annotation_files");
        }
        else if (NumShards.Length > 1 && NumShards.Length != NumPartitions)
            context.Error($"'num_shards' has {NumShards.Length} numbers for {NumPartitions} partitions.", "Give one number, or one for each partition.", "num_shards");
    }
}
