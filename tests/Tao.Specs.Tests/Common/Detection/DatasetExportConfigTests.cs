using Tao.Specs.Common.Detection;

namespace Tao.Specs.Tests.Common.Detection;

public sealed class DatasetExportConfigTests
{
    private const string Kitti = """
        kitti_config {
          root_directory_path: "/workspace/data/training"
          image_dir_name: "image_2"
          label_dir_name: "label_2"
          image_extension: ".png"
          partition_mode: "random"
          num_partitions: 2
          val_split: 14
          num_shards: 10
        }
        image_directory_path: "/workspace/data/training"
        target_class_mapping { key: "car" value: "car" }
        target_class_mapping { key: "van" value: "car" }
        """;

    private const string Coco = """
        coco_config {
          root_directory_path: "/workspace/coco"
          img_dir_names: ["val2017", "train2017"]
          annotation_files: ["annotations/instances_val2017.json", "annotations/instances_train2017.json"]
          num_partitions: 2
          num_shards: [32, 256]
        }
        """;

    [Fact]
    public void A_kitti_spec_in_TAOs_own_style_means_what_it_says()
    {
        var config = Bind(Kitti, out var bag);

        Assert.Empty(bag.Items);
        var kitti = config.KittiConfig!;
        Assert.Equal(("image_2", "label_2", ".png", "random", 2u, 14f, 10u), (kitti.ImageDirName, kitti.LabelDirName, kitti.ImageExtension, kitti.PartitionMode, kitti.NumPartitions, kitti.ValSplit, kitti.NumShards));
        Assert.Equal([("car", "car"), ("van", "car")], config.TargetClassMapping.Select(pair => (pair.Key, pair.Value)));
    }

    [Fact]
    public void A_coco_spec_in_TAOs_own_style_means_what_it_says()
    {
        var config = Bind(Coco, out var bag);

        Assert.Empty(bag.Items);
        Assert.Equal(["val2017", "train2017"], config.CocoConfig!.ImgDirNames);
        Assert.Equal([32u, 256u], config.CocoConfig.NumShards);
    }

    [Theory]
    [InlineData(Kitti, "num_partitions: 2", "num_partitions: 3", "has two folds")]
    [InlineData(Kitti, "partition_mode: \"random\"", "partition_mode: \"sequence\"", "which frames make a sequence")]
    [InlineData(Kitti, "partition_mode: \"random\"", "", "does not say how to divide")]
    [InlineData(Kitti, "partition_mode: \"random\"", "partition_mode: \"other\"", "other")]
    [InlineData(Kitti, "\".png\"", "\"png\"", "'image_extension' is \"png\"")]
    [InlineData(Kitti, "val_split: 14", "val_split: 100", "val_split")]
    [InlineData(Coco, "num_partitions: 2", "num_partitions: 3", "2 folders, 2 annotation files and 3 partitions")]
    [InlineData(Coco, "[32, 256]", "[32, 256, 1]", "3 numbers for 2 partitions")]
    public void A_mistake_is_an_error_with_a_place_and_a_remedy(string spec, string from, string to, string message)
    {
        Bind(spec.Replace(from, to, StringComparison.Ordinal), out var bag);

        var error = Assert.Single(bag.Items);
        Assert.Equal(DiagnosticSeverity.Error, error.Severity);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.NotNull(error.Location);
    }

    [Fact]
    public void A_spec_without_data_is_refused()
    {
        Bind("image_directory_path: \"x\"", out var bag);

        Assert.Contains("names no data", Assert.Single(bag.Items).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_does_nothing_is_told()
    {
        Bind(Kitti.Replace("num_shards: 10", "num_shards: 10 point_clouds_dir: \"velodyne\"", StringComparison.Ordinal), out var bag);

        Assert.Equal((SpecCodes.Ignored, DiagnosticSeverity.Warning), (bag.Items.Single().Code, bag.Items.Single().Severity));
    }

    private static DatasetExportConfig Bind(string text, out DiagnosticBag bag)
    {
        bag = new DiagnosticBag();
        return SpecBinder.Bind<DatasetExportConfig>(SpecReader.Parse(text, "convert.txt", SpecFormat.ProtobufText, bag), bag, SpecStages.Dataset).Value;
    }
}
