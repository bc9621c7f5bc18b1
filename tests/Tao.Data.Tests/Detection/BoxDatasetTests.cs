using System.Collections.Immutable;
using Tao.Data.Classification;
using Tao.Data.Detection;
using Tao.Data.Loading;
using Tao.Imaging;
using Tao.Testing;

namespace Tao.Data.Tests.Detection;

/// <summary>Images whose boxes are labelled: as a dataset, in the index, and in batches.</summary>
public sealed class BoxDatasetTests : IDisposable
{
    private const int Count = 9;

    private static readonly ImagePreprocessing _preprocessing = new() { Height = 32, Width = 48, Channels = 3, Mode = PreprocessMode.Caffe };
    private static readonly DetectionAugmentation _augmentation = new() { Flip = 0.5, Color = new ColorJitter(32, 0.5, 0.5, 18) };

    private readonly TemporaryFolder _folder = new();
    private readonly ImageDataset _dataset;

    public BoxDatasetTests()
    {
        var samples = ImmutableArray.CreateBuilder<ImageSample>();
        for (int i = 0; i < Count; i++)
        {
            _folder.Write($"{i}.png", ImageCodec.EncodePng(TinyImages.Draw(i % 3, i, 60, 40)));
            // None, one, two … boxes.
            var boxes = Enumerable.Range(0, i % 3).Select(k => new GroundTruthBox(k, new BoundingBox(6 + k, 4, 36.5f, 30 + k), Difficult: k == 1));
            samples.Add(new ImageSample($"{i}.png", [], $"{i:x}", 60, 40) { Boxes = [.. boxes] });
        }
        _dataset = new ImageDataset(_folder.Path, LabelSet.Single(["car", "person"]), samples.ToImmutable()) { LabelsBoxes = true };
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Boxes_are_counted_and_belong_to_the_content()
    {
        Assert.True(_dataset.LabelsBoxes);
        Assert.Equal([6, 3], _dataset.CountByClass());
        var moved = _dataset.Samples[1] with { Boxes = [_dataset.Samples[1].Boxes[0] with { Box = new BoundingBox(6, 4, 36.25f, 30) }] };
        var easy = _dataset.Samples[2] with { Boxes = [.. _dataset.Samples[2].Boxes.Select(box => box with { Difficult = false })] };
        string[] hashes = [.. new[] { _dataset, With(1, moved), With(2, easy) }.Select(dataset => dataset.ContentHash())];
        Assert.Equal(3, hashes.Distinct().Count());
    }

    [Fact]
    public void Classes_in_another_order_renumber_the_boxes()
    {
        var other = _dataset.WithLabelSets(LabelSet.Single(["person", "tree", "car"]))!;

        Assert.Equal([2, 0], other.Samples[2].Boxes.Select(box => box.Class));
        Assert.Null(_dataset.WithLabelSets(LabelSet.Single(["person"])));
    }

    [Fact]
    public void The_index_keeps_boxes()
    {
        var index = DatasetIndex.Create(_folder.Path, ("Train", _dataset));

        var read = DatasetIndex.Parse(index.Serialize(), "x").Open("Train", _folder.Path);

        Assert.Equal(_dataset.Samples, read.Samples);
        Assert.Equal(_dataset.ContentHash(), read.ContentHash());
        Assert.Equal(index.Serialize(), DatasetIndex.Parse(index.Serialize(), "x").Serialize());
    }

    [Fact]
    public void A_box_of_no_class_is_refused()
    {
        var index = DatasetIndex.Create(_folder.Path, ("Train", With(1, _dataset.Samples[1] with { Boxes = [new GroundTruthBox(2, new BoundingBox(1, 1, 2, 2))] })));

        Assert.Contains("no class", Assert.Throws<Specs.TaoException>(() => DatasetIndex.Parse(index.Serialize(), "x")).Message, StringComparison.Ordinal);
    }

    /// <summary>An index of whole images still needs a label for each, and one of boxes has none.</summary>
    [Fact]
    public void Labels_of_the_other_kind_are_refused()
    {
        foreach (var dataset in (ImageDataset[])[_dataset with { LabelsBoxes = false }, With(0, _dataset.Samples[0] with { Labels = [0] }), (_dataset with { Samples = [_dataset.Samples[0]], LabelsBoxes = false })])
        {
            var index = DatasetIndex.Create(_folder.Path, ("Train", dataset));
            Assert.Throws<Specs.TaoException>(() => DatasetIndex.Parse(index.Serialize(), "x"));
        }
    }

    [Fact]
    public void A_dataset_without_images_keeps_its_kind() =>
        Assert.True(DatasetIndex.Parse(DatasetIndex.Create(_folder.Path, ("Train", _dataset with { Samples = [] })).Serialize(), "x").Open("Train", _folder.Path).LabelsBoxes);

    [Fact]
    public void Without_augmentation_boxes_are_shares_of_the_whole_image()
    {
        var batch = Read(null, 1)[0];

        Assert.Empty(batch.Boxes[0]);
        Assert.Equal([new(0, new BoundingBox(0.1f, 0.1f, 36.5f / 60, 0.75f)), new(1, new BoundingBox(7 / 60f, 0.1f, 36.5f / 60, 31 / 40f), true)], batch.Boxes[2], new NearBoxes());
        Assert.Empty(batch.Targets);
        Assert.Empty(batch.Labels);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(3, 1L << 20)]
    public void Threads_and_memory_change_nothing(int workers, long cache)
    {
        var reference = Read(_augmentation, 1, epochs: 3);
        var other = Read(_augmentation, workers, cache, 3);

        Assert.Equal(reference.SelectMany(batch => batch.Boxes).SelectMany(boxes => boxes), other.SelectMany(batch => batch.Boxes).SelectMany(boxes => boxes));
        Assert.Equal(reference.SelectMany(batch => batch.Pixels), other.SelectMany(batch => batch.Pixels));
        Assert.NotEqual(reference[0].Pixels, reference[2].Pixels);
        Assert.All(reference.SelectMany(batch => batch.Boxes).SelectMany(boxes => boxes), box =>
            Assert.True(box.Box is { X1: >= 0, Y1: >= 0, X2: <= 1, Y2: <= 1, Width: > 0, Height: > 0 }, box.ToString()));
    }

    private List<ImageBatch> Read(DetectionAugmentation? augmentation, int workers, long cache = 0, int epochs = 1)
    {
        var loader = new BatchLoader(
            _dataset, _preprocessing, augmentation is null ? null : new TrainingAugmentation { Detection = augmentation }, new BatchLoaderOptions { BatchSize = 5, Workers = workers, CacheBytes = cache });
        return [.. loader.Read(0, 0, epochs, Token)];
    }

    private ImageDataset With(int index, ImageSample sample) => _dataset with { Samples = _dataset.Samples.SetItem(index, sample) };

    private sealed class NearBoxes : IEqualityComparer<GroundTruthBox>
    {
        public bool Equals(GroundTruthBox x, GroundTruthBox y) => (x.Class, x.Difficult) == (y.Class, y.Difficult) && BoundingBox.Iou(x.Box, y.Box) > 0.99999;

        public int GetHashCode(GroundTruthBox obj) => obj.Class;
    }
}
