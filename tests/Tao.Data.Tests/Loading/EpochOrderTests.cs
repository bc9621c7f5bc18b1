using Tao.Data.Loading;

namespace Tao.Data.Tests.Loading;

public sealed class EpochOrderTests
{
    [Fact]
    public void Every_sample_comes_once_in_an_order_of_seed_and_epoch()
    {
        var order = EpochOrder.Create(50, true, 3, 0);
        Assert.Equal(Enumerable.Range(0, 50), order.Order());
        Assert.Equal(order, EpochOrder.Create(50, true, 3, 0));
        Assert.NotEqual(order, EpochOrder.Create(50, true, 3, 1));
        Assert.NotEqual(order, EpochOrder.Create(50, true, 4, 0));
    }

    [Fact]
    public void Every_order_of_three_is_equally_likely()
    {
        var counts = Enumerable.Range(0, 6000).GroupBy(epoch => string.Join(',', EpochOrder.Create(3, true, 1, epoch))).Select(group => group.Count()).ToArray();
        Assert.Equal(6, counts.Length);
        Assert.All(counts, count => Assert.InRange(count, 880, 1120));
    }

    [Fact]
    public void Unshuffled_is_the_datasets_order() => Assert.Equal([0, 1, 2], EpochOrder.Create(3, false, 9, 9));
}
