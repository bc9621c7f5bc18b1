using Tao.Engine.Stages;
using Tao.Specs;

namespace Tao.Engine.Tests.Stages;

/// <summary>dataset_convert, and training data read from what it wrote.</summary>
[Collection(BuiltProject.Collection)]
public sealed class ExportRecordsTests(DetectionProject built) : IClassFixture<DetectionProject>
{
    private const string ConvertSpec =
        """
        kitti_config {
          root_directory_path: "scenes/train"
          image_dir_name: "image_2"
          label_dir_name: "label_2"
          image_extension: ".png"
          partition_mode: "random"
          num_partitions: 2
          val_split: 25
          num_shards: 2
        }

        """;

    private const string Mapping = "target_class_mapping { key: \"red\" value: \"red\" } target_class_mapping { key: \"Green\" value: \"green\" }\n";

    [Fact]
    public void Records_are_written_counted_and_train_as_the_folders_do()
    {
        using var project = built.Project.Copy(outputs: false);
        project.Write("specs/convert.txt", ConvertSpec + Mapping);
        var run = TinyProject.Run(Request(project));

        Assert.Equal((32, 4), (run.Result.Metrics["records"], run.Result.Metrics["files"]));
        Assert.Equal(48, run.Result.Metrics["objects/red"] + run.Result.Metrics["objects/green"]);
        string[] shards = [.. project.Files("records").Select(file => Path.GetFileName(file)).Where(name => name.StartsWith("blocks-", StringComparison.Ordinal))];
        Assert.Equal(
            ["blocks-fold-000-of-002-shard-00000-of-00002", "blocks-fold-000-of-002-shard-00001-of-00002", "blocks-fold-001-of-002-shard-00000-of-00002", "blocks-fold-001-of-002-shard-00001-of-00002"],
            shards);
        Assert.True(TinyProject.Run(Request(project)).UpToDate);

        project.EditSpec("data_sources { image_directory_path: \"scenes/train/image_2\" label_directory_path: \"scenes/train/label_2\" }", "data_sources { tfrecords_path: \"records/blocks-fold-001*\" }");
        var dataset = TinyProject.Run(built.Request(StageKind.ConvertDataset) with { ProjectDirectory = project.Directory }).Result;
        Assert.Equal(24, dataset.Metrics["images/Train"]);
        var trained = TinyProject.Run(built.Request(StageKind.Train) with { ProjectDirectory = project.Directory }).Result;
        Assert.InRange(trained.Metrics["loss"], 0, 20);
    }

    [Fact]
    public void A_changed_spec_and_a_changed_label_are_converted_again()
    {
        using var project = built.Project.Copy(outputs: false);
        project.Write("specs/convert.txt", ConvertSpec + Mapping);
        TinyProject.Run(Request(project));
        project.Write("specs/convert.txt", ConvertSpec.Replace("num_shards: 2", "num_shards: 1", StringComparison.Ordinal) + Mapping);
        Assert.Equal(2, TinyProject.Run(Request(project)).Result.Metrics["files"]);
        project.Write("scenes/train/label_2/000003.txt", "red 0.00 0 0.00 1.00 1.00 9.00 9.00 0 0 0 0 0 0 0\n");
        var second = TinyProject.Run(Request(project));
        Assert.False(second.UpToDate);
        Assert.Contains("contents", second.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Classes_may_come_from_a_file()
    {
        using var project = built.Project.Copy(outputs: false);
        project.Write("specs/convert.txt", ConvertSpec);
        var missing = Assert.Throws<TaoException>(() => TinyProject.Run(Request(project)));
        Assert.Contains("names no classes", missing.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(project["records"]));

        project.Write("classes.txt", "red\n\ngreen\n");
        Assert.Equal(32, TinyProject.Run(Request(project).With("class_names", "classes.txt")).Result.Metrics["records"]);
    }

    private static StageRequest Request(TinyProject project) => new()
    {
        Stage = StageKind.ExportRecords,
        Network = "ssd",
        ProjectDirectory = project.Directory,
        Spec = "specs/convert.txt",
        OutputDirectory = "records/blocks.results",
        Options = System.Collections.Immutable.ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add("prefix", "records/blocks"),
    };
}
