using Tao.Data.Loading;

namespace Tao.Data.Tests.Loading;

public sealed class MixupTests
{
    // Three samples of two values, lambdas 0.75, 0.6, 1: row 0 = 0.75 * (0, 4) + 0.25 * (8, 16), row 1 is its own partner, row 2 stays.
    [Fact]
    public void Rows_are_mixed_with_the_reversed_batch_by_hand()
    {
        float[] rows = [0, 4, 100, 200, 8, 16];
        Mixup.Apply(rows, [0.75f, 0.6f, 1f]);
        Assert.Equal([2, 7, 100, 200, 8, 16], rows);
    }

    [Fact]
    public void Both_rows_of_a_pair_mix_the_unmixed_values()
    {
        float[] rows = [10, 20];
        Mixup.Apply(rows, [0.75f, 0.5f]);
        Assert.Equal([12.5f, 15f], rows);
    }

    [Fact]
    public void Long_rows_mix_as_short_ones_do()
    {
        var first = Enumerable.Range(0, 37).Select(i => (float)i).ToArray();
        var second = Enumerable.Range(0, 37).Select(i => 100f - i).ToArray();
        float[] rows = [.. first, .. second];
        Mixup.Apply(rows, [0.75f, 0.5f]);
        Assert.Equal(first.Zip(second, (a, b) => a * 0.75f + b * 0.25f).Concat(second.Zip(first, (a, b) => a * 0.5f + b * 0.5f)), rows);
    }
}
