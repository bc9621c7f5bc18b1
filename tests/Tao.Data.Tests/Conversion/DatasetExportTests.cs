using System.Collections.Immutable;
using Tao.Data.Classification;
using Tao.Data.Conversion;
using Tao.Data.Detection;
using Tao.Specs;
using Tao.Specs.Common.Detection;
using Tao.Testing;

namespace Tao.Data.Tests.Conversion;

public sealed class DatasetExportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly DiagnosticBag _bag = new();

    public DatasetExportTests()
    {
        for (int i = 0; i < 10; i++)
        {
            _folder.Write($"image/{i}.png", "");
            // Cars on all images, as many as the image's number in threes; a person on every fourth, two where there is one car.
            _folder.Write($"label/{i}.txt", string.Concat(Enumerable.Repeat(Line("Car"), 1 + (i % 3)).Concat(i % 4 == 0 ? [Line("Person"), Line("Person")] : [])));
        }
        _folder.Write("image/other.jpg", "");
        _folder.Write("label/other.txt", Line("Car"));
    }

    private KittiExportConfig Kitti => new() { RootDirectoryPath = _folder.Path, ImageDirName = "image", LabelDirName = "label", PartitionMode = "random", NumPartitions = 2, ValSplit = 30, NumShards = 2 };

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_kitti_spec_divides_its_images()
    {
        var export = Plan(new DatasetExportConfig { KittiConfig = Kitti });

        Assert.Equal(
            [("out-fold-000-of-002-shard-00000-of-00002", 1), ("out-fold-000-of-002-shard-00001-of-00002", 2), ("out-fold-001-of-002-shard-00000-of-00002", 3), ("out-fold-001-of-002-shard-00001-of-00002", 4)],
            export.Files.Select(file => (Path.GetFileName(file.Path), file.Items.Length)));
        Assert.Equal(["0", "1", "2"], Names(export, 0));
        Assert.Equal(_folder.Path, export.Root);
        Assert.Equal(["Car 19", "Person 6"], export.Counts.Select(pair => $"{pair.Key} {pair.Value}"));
        // An image of another extension is none of the data, and its labels are missed.
        Assert.Equal((DataCodes.PartnerMissing, _folder.File("label/other.txt")), (Assert.Single(_bag.Items).Code, _bag.Items[0].Location!.File));
    }

    [Fact]
    public void An_image_of_another_extension_does_not_take_the_labels()
    {
        _folder.Write("image/3.jpg", "");

        Assert.Equal(10, Plan(new DatasetExportConfig { KittiConfig = Kitti }).Files.Sum(file => file.Items.Length));
    }

    [Fact]
    public void Sequences_stay_together()
    {
        _folder.Write("frames.json", """{"a": ["0", "1", "2", "3"], "b": ["4", "5"], "c": ["6", "10"]}""");

        var export = Plan(new DatasetExportConfig { KittiConfig = Kitti with { PartitionMode = "sequence", NumShards = 0, KittiSequenceToFramesFile = _folder.File("frames.json") } });

        Assert.Equal(["4", "5"], export.Files[0].Items.Select(Name));
        Assert.Equal(["0", "1", "2", "3", "6"], export.Files[1].Items.Select(Name));
        Assert.Contains(_bag.Items, item => item.Message.StartsWith("3 image(s) are in no sequence and are left out, the first '7'", StringComparison.Ordinal));
        Assert.Contains(_bag.Items, item => item.Message.StartsWith("1 frame(s) of the sequences have no image with labels, the first '10'", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("[1, 2]")]
    [InlineData("{")]
    [InlineData(null)]
    public void A_file_of_sequences_that_is_none_is_an_error(string? text)
    {
        if (text is not null)
            _folder.Write("frames.json", text);

        Plan(new DatasetExportConfig { KittiConfig = Kitti with { PartitionMode = "sequence", KittiSequenceToFramesFile = _folder.File("frames.json") } });

        Assert.Equal(_folder.File("frames.json"), Assert.Single(_bag.Items, item => item.Severity == DiagnosticSeverity.Error).Location!.File);
    }

    [Fact]
    public void A_coco_spec_has_a_fold_for_each_file()
    {
        foreach (string split in (string[])["val", "train"])
        {
            _folder.Write($"{split}.json", $$"""
                {"images": [{"id": 1, "file_name": "{{split}}1.jpg"}, {"id": 2, "file_name": "{{split}}2.jpg"}],
                 "annotations": [{"id": 1, "image_id": 1, "category_id": 1, "bbox": [1, 1, 2, 2]}], "categories": [{"id": 1, "name": "dog"}]}
                """);
        }

        var export = Plan(new DatasetExportConfig
        {
            CocoConfig = new CocoExportConfig { RootDirectoryPath = _folder.Path, ImgDirNames = ["v", "t"], AnnotationFiles = ["val.json", "train.json"], NumPartitions = 2, NumShards = [1, 2] },
        });

        Assert.Equal(
            [("out-fold-000-of-002-shard-00000-of-00001", "val1 val2"), ("out-fold-001-of-002-shard-00000-of-00002", "train1"), ("out-fold-001-of-002-shard-00001-of-00002", "train2")],
            export.Files.Select(file => (Path.GetFileName(file.Path), string.Join(' ', file.Items.Select(Name)))));
        Assert.Equal(_folder.File("v/val1.jpg"), export.Files[0].Items[0].Path);
    }

    [Fact]
    public void Nothing_found_is_an_error()
    {
        Plan(new DatasetExportConfig { KittiConfig = Kitti with { ImageExtension = ".bmp" } });

        Assert.Equal(DataCodes.NoImages, Assert.Single(_bag.Items, item => item.Severity == DiagnosticSeverity.Error).Code);
    }

    /// <summary>
    /// Of the training images 3 to 9: cars alone are on all but 4 and 8, which have two persons, 4 beside two cars, 8 beside three. A ratio of
    /// 0.9 repeats 4 alone.
    /// </summary>
    [Fact]
    public void The_sample_modifier_changes_the_training_fold_only()
    {
        var modifier = new SampleModifierConfig
        {
            FilterSamplesContainingOnly = ["CAR"],
            DominantTargetClasses = ["car"],
            MinimumTargetClassImbalance = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, [KeyValuePair.Create("person", 0.9f)]),
            NumDuplicates = 2,
        };

        Assert.Equal(["0", "1", "2"], Names(Plan(new DatasetExportConfig { KittiConfig = Kitti, SampleModifierConfig = modifier }), 0));
        Assert.Equal(["4", "4", "4", "8"], Names(Plan(new DatasetExportConfig { KittiConfig = Kitti, SampleModifierConfig = modifier }), 1));
        Assert.Equal(2, Names(Plan(new DatasetExportConfig { KittiConfig = Kitti, SampleModifierConfig = modifier with { MaxTrainingSamples = 2 } }), 1).Count());
        // The mapping leaves cars out of account: nothing stands alone but persons, and the dominant class is nowhere.
        var persons = modifier with { SourceToTargetClassMapping = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, [KeyValuePair.Create("Person", "person")]), NumDuplicates = 1 };
        Assert.Equal(["3", "4", "4", "5", "6", "7", "8", "8", "9"], Names(Plan(new DatasetExportConfig { KittiConfig = Kitti, SampleModifierConfig = persons }), 1));
    }

    private static IEnumerable<string> Names(DatasetExport export, int fold) =>
        export.Files.Where(file => file.Path.Contains($"fold-00{fold}", StringComparison.Ordinal)).SelectMany(file => file.Items).Select(Name).Order(StringComparer.Ordinal);

    private static string Name(LabeledImage image) => Path.GetFileNameWithoutExtension(image.Path);

    private static string Line(string name) => $"{name} 0 0 0 1 2 8 9 0 0 0 0 0 0 0\n";

    private DatasetExport Plan(DatasetExportConfig config) => DatasetExport.Plan(config, _folder.File("out"), null, FaultPolicy.Skip, _bag);
}
