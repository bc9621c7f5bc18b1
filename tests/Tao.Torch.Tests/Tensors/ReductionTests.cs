using static TorchSharp.torch;

namespace TorchSharp.Tests.Tensors;

public sealed class ReductionTests
{
    private static Tensor Table() => tensor(new[] { 3f, 1, 2, 6, 4, 4 }, 2, 3);

    [Fact]
    public void Sums_means_and_spreads_by_hand()
    {
        using var scope = NewDisposeScope();
        var x = Table();
        Numbers.Equal([20], x.sum());
        Numbers.Equal([6, 14], x.sum(1));
        Assert.Equal([2, 1], x.sum(1, true).shape);
        Numbers.Equal([9, 5, 6], x.sum([0]));
        Numbers.Equal([20d / 6], x.mean());
        Numbers.Equal([2, 14d / 3], x.mean([1]));
        Numbers.Equal([1, 4d / 3], x.var(1));
        Numbers.Equal([2d / 3, 8d / 9], x.var(1, unbiased: false));
        Numbers.Equal([1, Math.Sqrt(4d / 3)], x.std(1));
        var (variance, mean) = x.var_mean(1);
        Numbers.Equal([1, 4d / 3], variance);
        Numbers.Equal([2, 14d / 3], mean);
        Numbers.Equal([6, 96], x.prod(1));
        Numbers.Equal([Math.Sqrt(82)], x.norm());
        Numbers.Equal([Math.Sqrt(14), Math.Sqrt(68)], x.norm(1));
        Numbers.Equal([3, 4, 6, 6, 10, 14], x.cumsum(1));
        Assert.Equal(ScalarType.Float64, x.sum(ScalarType.Float64).dtype);
    }

    [Fact]
    public void Extremes_and_their_places()
    {
        using var scope = NewDisposeScope();
        var x = Table();
        Numbers.Equal([6], x.max());
        var (values, places) = x.max(1);
        Numbers.Equal([3, 6], values);
        Assert.Equal([0L, 0], places.data<long>().ToArray());
        (values, places) = x.min(0, true);
        Numbers.Equal([3, 1, 2], values);
        Assert.Equal([1, 3], places.shape);
        Numbers.Equal([3, 6], x.amax(1));
        Assert.Equal([1L, 1], x.argmin(1).data<long>().ToArray());
        Assert.Equal(3, x.argmax().ToInt64());
    }

    [Fact]
    public void Sorting_and_counting()
    {
        using var scope = NewDisposeScope();
        var x = Table();
        var (values, places) = x.sort(1, true);
        Numbers.Equal([3, 2, 1, 6, 4, 4], values);
        (values, places) = x.topk(2, 1);
        Numbers.Equal([3, 2, 6, 4], values);
        Assert.Equal([1L, 2, 0], x[0].argsort().data<long>().ToArray());
        Assert.Equal(2, x[0].kthvalue(2, 0).values.ToDouble());
        Assert.Equal(2, x[0].median().ToDouble());
        var (output, inverse, counts) = x.unique(return_inverse: true, return_counts: true);
        Numbers.Equal([1, 2, 3, 4, 6], output);
        Assert.Equal([1L, 1, 1, 2, 1], counts!.data<long>().ToArray());
        Assert.Equal([2, 3], inverse!.shape);
        Assert.Null(x.unique().counts);
        Numbers.Equal([0, 2, 1], tensor(new long[] { 1, 2, 1 }).bincount(null));
        Numbers.Equal([0.5, 0.25], tensor(new long[] { 0, 1 }).bincount(tensor(new[] { 0.5f, 0.25f })));
        Assert.Equal(6, x.count_nonzero().ToInt64());
        Numbers.Equal([2], x[0].quantile(tensor(0.5f)));
    }

    [Fact]
    public void Truth_of_all_and_any()
    {
        using var scope = NewDisposeScope();
        var mask = Table() > 2;
        Assert.False(mask.all().ToBoolean());
        Assert.True(mask.any().ToBoolean());
        Assert.Equal([false, true], mask.all(1).data<bool>().ToArray());
    }

    [Fact]
    public void Gradients_agree_with_differences()
    {
        using var scope = NewDisposeScope();
        Numbers.GradientsAgree(x => (x.logsumexp(1) * x.std(1) + x.amax(0).norm()).sum(), tensor(new[] { 0.3, -1, 2, 0.7 }, 2, 2));
    }
}
