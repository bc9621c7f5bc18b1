namespace Tao.Specs.Common.Detection;

[SpecMessage("KITTIConfig", Doc = "Images and KITTI label files in two folders.")]
public sealed record KittiExportConfig : ISpecRules
{
    [SpecField("root_directory_path", Number = 1, Required = true, Path = true, Doc = "The data's root.")]
    public string RootDirectoryPath { get; init; } = "";

    [SpecField("image_dir_name", Number = 2, Required = true, Doc = "Folder of the images below the root.")]
    public string ImageDirName { get; init; } = "";

    [SpecField("label_dir_name", Number = 3, Required = true, Doc = "Folder of the label files below the root.")]
    public string LabelDirName { get; init; } = "";

    [SpecField("point_clouds_dir", Number = 4, Ignored = "no network here reads point clouds.", Doc = "Folder of lidar data.")]
    public string PointCloudsDir { get; init; } = "";

    [SpecField("calibrations_dir", Number = 5, Ignored = "no network here reads calibrations.", Doc = "Folder of camera calibrations.")]
    public string CalibrationsDir { get; init; } = "";

    [SpecField("kitti_sequence_to_frames_file", Number = 6, Path = true, Doc = "JSON file: sequence to the names of its frames; for partition_mode \"sequence\".")]
    public string KittiSequenceToFramesFile { get; init; } = "";

    [SpecField("image_extension", Number = 7, ZeroIsDefault = true, Doc = "Extension of the images, with its dot.")]
    public string ImageExtension { get; init; } = ".png";

    [SpecField("num_partitions", Number = 8, Doc = "Folds; 2 for partition_mode \"random\".")]
    public uint NumPartitions { get; init; }

    [SpecField("num_shards", Number = 9, Doc = "Files of each fold; 0 writes one, whose name tells no shard.")]
    public uint NumShards { get; init; }

    [SpecField("partition_mode", Number = 10, Values = ["random", "sequence"], Doc = "How images are divided into folds.")]
    public string PartitionMode { get; init; } = "";

    [SpecField("val_split", Number = 11, Min = 0, ExclusiveMax = 100, Doc = "Percent of the images for validation, which become fold 0.")]
    public float ValSplit { get; init; }

    public void Check(SpecRuleContext context)
    {
        if (PartitionMode == "random" && NumPartitions != 2)
            context.Error("partition_mode \"random\" has two folds, validation and training.", "Set num_partitions: 2.", "num_partitions", "partition_mode");
        if (PartitionMode == "sequence" && KittiSequenceToFramesFile.Length == 0)
            context.Error("partition_mode \"sequence\" needs to know which frames make a sequence.", "Set kitti_sequence_to_frames_file.", "kitti_sequence_to_frames_file", "partition_mode");
        if (PartitionMode == "sequence" && NumPartitions == 0)
            context.Error("partition_mode \"sequence\" needs the number of folds.", "Set num_partitions.", "num_partitions", "partition_mode");
        if (PartitionMode.Length == 0 && NumPartitions > 1)
            context.Error("The spec has folds and does not say how to divide the images.", "Set partition_mode: \"random\" or \"sequence\".", "partition_mode", "num_partitions");
        if (!ImageExtension.StartsWith('.'))
            context.Error($"'image_extension' is \"{ImageExtension}\".", "Begin it with a dot, as \".jpg\".", "image_extension");
    }
}
