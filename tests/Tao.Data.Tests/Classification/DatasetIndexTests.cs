using System.Collections.Immutable;
using Tao.Data.Classification;
using Tao.Specs;
using Tao.Testing;

namespace Tao.Data.Tests.Classification;

public sealed class DatasetIndexTests
{
    private static readonly ImmutableArray<ImageSample> Samples = [new("ä \"b\"/1.png", [0], "ab12", 640, 480), new("c/2.jpg", [1], null, 3, 4)];

    [Fact]
    public void What_is_saved_is_loaded_again()
    {
        using var folder = new TemporaryFolder();
        var index = Index(folder.Path, "data/train", "data/val");
        var path = folder.File("dataset.json");
        index.Save(path);
        var loaded = DatasetIndex.Load(path);
        Assert.Equal(index.LabelSets, loaded.LabelSets);
        Assert.Equal(["train", "val"], loaded.Splits.Keys);
        Assert.Equal(Samples, loaded.Splits["train"].Samples);
        Assert.Equal(index.Serialize(), loaded.Serialize());
        Assert.Equal([path], Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void A_root_within_the_project_moves_with_it()
    {
        var index = Index("/home/x/project", "data/train");
        Assert.Equal("data/train", index.Splits["train"].Root);
        Assert.Equal("/elsewhere/data/train", index.Open("train", "/elsewhere").Root);
    }

    [Fact]
    public void A_root_outside_the_project_stays_absolute() =>
        Assert.Equal("/home/x/data", Index("/home/x/project", "../data").Splits["train"].Root);

    [Fact]
    public void The_content_hash_ignores_the_place_and_sees_every_change()
    {
        var index = Index("/p", "train");
        Assert.Equal(Hash(index), Hash(Index("/q", "other")));
        var changed = index with { Splits = index.Splits.SetItem("train", new DatasetSplit("train", [Samples[0] with { Sha256 = "ab13" }, Samples[1]])) };
        Assert.NotEqual(Hash(index), Hash(changed));
        Assert.NotEqual(Hash(index), Hash(index with { LabelSets = LabelSet.Single(["b", "a"]) }));
    }

    private static string Hash(DatasetIndex index) => index.Open("train", "/p").ContentHash();

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("""{"version": 1, "labelSets": [], "splits": {}}""")]
    [InlineData("""{"version": 2, "labelSets": [{"name": "", "classes": ["a"]}], "splits": {"train": {"root": "r", "samples": [["x", [1], 1, 1, null]]}}}""")]
    [InlineData("""{"version": 2, "labelSets": [{"name": "", "classes": ["a"]}], "splits": {"train": {"root": "r", "samples": [["x", [0, 0], 1, 1, null]]}}}""")]
    [InlineData("""{"version": 2, "labelSets": [{"name": "", "classes": ["a"]}], "splits": {"train": {"root": "r", "samples": [["x", [0]]]}}}""")]
    public void A_broken_index_is_the_users_error(string json)
    {
        var e = Assert.Throws<TaoException>(() => DatasetIndex.Parse(System.Text.Encoding.UTF8.GetBytes(json), "dataset.json"));
        Assert.Equal(DataCodes.IndexUnreadable, e.Diagnostics[0].Code);
    }

    [Fact]
    public void A_missing_index_is_the_users_error() =>
        Assert.Equal(DataCodes.IndexUnreadable, Assert.Throws<TaoException>(() => DatasetIndex.Load("/nowhere/dataset.json")).Diagnostics[0].Code);

    private static DatasetIndex Index(string project, params string[] roots) => DatasetIndex.Create(
        project,
        [.. roots.Select((root, i) => (i == 0 ? "train" : "val", new ImageDataset(Path.GetFullPath(root, project), LabelSet.Single(["ä \"b\"", "c"]), Samples)))]);
}
