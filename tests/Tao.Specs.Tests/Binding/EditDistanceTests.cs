using Tao.Specs.Binding;

namespace Tao.Specs.Tests.Binding;

public sealed class EditDistanceTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("abc", "", 3)]
    [InlineData("abc", "abc", 0)]
    [InlineData("abc", "axc", 1)]
    [InlineData("abc", "acb", 1)]
    [InlineData("kitten", "sitting", 3)]
    public void Distance_counts_insertions_deletions_substitutions_and_swaps(string left, string right, int expected)
    {
        Assert.Equal(expected, EditDistance.Between(left, right));
        Assert.Equal(expected, EditDistance.Between(right, left));
    }

    [Theory]
    [InlineData("n_epoch", "n_epochs")]
    [InlineData("num_epochs", "n_epochs")]
    [InlineData("nEpochs", "n_epochs")]
    [InlineData("lr", null)]
    [InlineData("batch_size_per_gpus", "batch_size_per_gpu")]
    [InlineData("entirely_different", null)]
    public void The_nearest_name_is_one_that_could_be_meant(string name, string? expected) =>
        Assert.Equal(expected, EditDistance.Nearest(name, ["n_epochs", "n_workers", "batch_size_per_gpu", "arch"]));
}
