using Tao.Data.Classification;

namespace Tao.Data.Tests.Classification;

public sealed class ImageDatasetTests
{
    private static readonly ImageDataset _dataset = new(
        "/d",
        [new("colour", ["blue", "red"]), new("shape", ["disc", "ring"])],
        [new("1.png", [0, 1], "a", 1, 1), new("2.png", [1, 0], "b", 1, 1), new("3.png", [1, 1], "c", 1, 1)]);

    [Fact]
    public void Counts_are_those_of_one_label_set()
    {
        Assert.Equal([1, 2], _dataset.CountByClass());
        Assert.Equal([1, 2], _dataset.CountByClass(1));
    }

    [Fact]
    public void Labels_can_be_counted_in_another_order()
    {
        var other = _dataset.WithLabelSets([new("shape", ["ring", "bar", "disc"]), new("colour", ["red", "blue"])])!;
        Assert.Equal(["0,1", "2,0", "0,0"], other.Samples.Select(sample => string.Join(',', sample.Labels)));
        Assert.Same(_dataset, _dataset.WithLabelSets(_dataset.LabelSets));
    }

    [Fact]
    public void Not_without_a_label_set_or_a_class()
    {
        Assert.Null(_dataset.WithLabelSets([new("colour", ["blue", "red"])]));
        Assert.Null(_dataset.WithLabelSets([new("colour", ["blue"]), new("shape", ["disc", "ring"])]));
    }

    [Fact]
    public void The_content_hash_sees_labels_and_names_of_label_sets()
    {
        Assert.NotEqual(_dataset.ContentHash(), (_dataset with { Samples = _dataset.Samples.SetItem(0, _dataset.Samples[0] with { Labels = [0, 0] }) }).ContentHash());
        Assert.NotEqual(_dataset.ContentHash(), (_dataset with { LabelSets = [_dataset.LabelSets[0], new("form", ["disc", "ring"])] }).ContentHash());
    }
}
