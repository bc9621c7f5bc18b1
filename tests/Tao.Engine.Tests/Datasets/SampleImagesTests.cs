using Tao.Data.Classification;
using Tao.Engine.Datasets;

namespace Tao.Engine.Tests.Datasets;

public sealed class SampleImagesTests
{
    [Theory]
    [InlineData(10, 3, "0 3 6")]
    [InlineData(10, 1, "0")]
    [InlineData(4, 4, "0 1 2 3")]
    [InlineData(4, 9, "0 1 2 3")]
    [InlineData(7, 4, "0 1 3 5")]
    public void Samples_are_evenly_spaced(int total, int count, string expected)
    {
        var dataset = new ImageDataset("root", LabelSet.Single(["a", "b"]), [.. Enumerable.Range(0, total).Select(i => new ImageSample($"{i}", [0], null, 1, 1))]);
        Assert.Equal(expected, string.Join(' ', SampleImages.Take(dataset, count).Samples.Select(sample => sample.RelativePath)));
    }
}
