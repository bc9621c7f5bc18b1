using System.Collections.Immutable;
using Tao.Data.Conversion;

namespace Tao.Data.Tests.Conversion;

public sealed class PartitionsTests
{
    private static readonly string[] _names = [.. Enumerable.Range(0, 15).Select(i => $"{i:00}")];

    [Theory]
    [InlineData(0, 0)]
    [InlineData(14, 2)]
    [InlineData(20, 3)]
    [InlineData(99, 14)]
    public void The_first_names_are_for_validation(double percent, int count)
    {
        var folds = Partitions.Random(_names.Reverse(), name => name, percent);

        Assert.Equal(_names[..count], folds[0].Order());
        Assert.Equal(_names[count..], folds[1].Order());
        Assert.NotEqual(_names[count..], count < 14 ? folds[1] : []);
        Assert.Equal(folds[1], Partitions.Random(_names, name => name, percent)[1]);
    }

    /// <summary>By hand: b (4 frames) to the first, a and c (3) to the second and the first again, d (1) to the second; then turned round.</summary>
    [Fact]
    public void Sequences_are_dealt_by_length()
    {
        var frames = new Dictionary<string, ImmutableArray<string>>
        {
            ["a"] = ["00", "01", "02"],
            ["b"] = ["03", "04", "05", "06"],
            ["c"] = ["07", "08", "missing"],
            ["d"] = ["09"],
        };

        var folds = Partitions.Sequences(_names, name => name, frames, 2);

        Assert.Equal(["00", "01", "02", "09"], folds[0]);
        Assert.Equal(["03", "04", "05", "06", "07", "08"], folds[1]);
    }

    [Fact]
    public void Files_are_named_and_filled_as_TAOs()
    {
        var files = RecordFiles.Divide<string>("out/kitti", [([.. _names[..2]], 4), ([.. _names[2..]], 4)]);

        Assert.Equal(8, files.Length);
        Assert.Equal("out/kitti-fold-000-of-002-shard-00000-of-00004", files[0].Path);
        Assert.Equal("out/kitti-fold-001-of-002-shard-00003-of-00004", files[^1].Path);
        Assert.Equal([0, 0, 0, 2, 3, 3, 3, 4], files.Select(file => file.Items.Length));
    }

    [Fact]
    public void Empty_folds_are_passed_over_before_numbering_and_no_shards_make_one_file()
    {
        var files = RecordFiles.Divide<string>("p", [([], 5), ([.. _names], 0)]);

        Assert.Equal([("p-fold-000-of-001", 15)], files.Select(file => (file.Path, file.Items.Length)));
    }
}
