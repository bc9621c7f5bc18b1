using static TorchSharp.torch;

namespace TorchSharp.Tests.Tensors;

public sealed class IndexingTests
{
    private static Tensor Table() => arange(0, 12, 1, ScalarType.Float32).view(3, 4);

    [Fact]
    public void Integers_slices_and_ellipsis_pick_parts()
    {
        using var scope = NewDisposeScope();
        var x = Table();
        Numbers.Equal([4, 5, 6, 7], x[1]);
        Assert.Equal(6, x[1, 2].ToSingle());
        Numbers.Equal([1, 2, 5, 6, 9, 10], x[TensorIndex.Ellipsis, TensorIndex.Slice(1, 3)]);
        Numbers.Equal([0, 4, 8], x[TensorIndex.Colon, TensorIndex.Single(0)]);
        Numbers.Equal([5, 6, 7, 9, 10, 11], x[1.., 1..]);
        Numbers.Equal([0, 2, 4, 6, 8, 10], x[.., TensorIndex.Slice(step: 2)]);
        Numbers.Equal([11], x[TensorIndex.Single(-1), TensorIndex.Single(-1)]);
        Assert.Equal([1, 3, 4], x[TensorIndex.Null, TensorIndex.Colon].shape);
        Numbers.Equal([2, 3], x[0, ^2..].flatten());
    }

    [Fact]
    public void Masks_and_index_tensors_pick_elements_and_rows()
    {
        using var scope = NewDisposeScope();
        var x = Table();
        Numbers.Equal([9, 10, 11], x[x > 8]);
        Numbers.Equal([8, 9, 10, 11, 0, 1, 2, 3], x[tensor(new long[] { 2, 0 })]);
        Numbers.Equal([1, 3, 5, 7, 9, 11], x[TensorIndex.Colon, TensorIndex.Tensor(tensor(new long[] { 1, 3 }))]);
    }

    [Fact]
    public void Assignment_replaces_the_part()
    {
        using var scope = NewDisposeScope();
        var x = Table();
        x[0] = zeros(4);
        x[x > 9] = tensor(-1f);
        x[TensorIndex.Colon, TensorIndex.Slice(0, 2)] = tensor(5f);
        Numbers.Equal([5, 5, 0, 0, 5, 5, 6, 7, 5, 5, -1, -1], x);
        x.index_put_(tensor(2f), TensorIndex.Single(2), TensorIndex.Single(3));
        Assert.Equal(2, x[2, 3].ToSingle());
    }

    [Fact]
    public void Repeated_places_add_up_when_they_shall()
    {
        using var scope = NewDisposeScope();
        var x = zeros(3);
        x.index_put_(ones(3), [tensor(new long[] { 0, 0, 2 })], accumulate: true);
        Numbers.Equal([2, 0, 1], x);
    }

    [Fact]
    public void Gather_scatter_and_fill_follow_the_index()
    {
        using var scope = NewDisposeScope();
        var x = Table();
        var index = tensor(new long[] { 3, 0, 1 }).view(3, 1);
        Numbers.Equal([3, 4, 9], x.gather(1, index));
        Numbers.Equal([0, 0, 0, 3, 4, 0, 0, 0, 0, 9, 0, 0], zeros(3, 4).scatter_(1, index, x.gather(1, index)));
        Numbers.Equal([2, 1, 0], zeros(3).scatter_add(0, tensor(new long[] { 0, 1, 0 }), ones(3)));
        Numbers.Equal([0, 1, -1, -1], arange(0, 4, 1, ScalarType.Float32).masked_fill(tensor(new[] { false, false, true, true }), -1));
        Numbers.Equal([0, 1], tensor(new[] { 5f, 5 }).nonzero_as_list()[0]);
    }

    [Fact]
    public void A_bad_index_is_libtorchs_error()
    {
        using var x = Table();
        Assert.Contains("out of range", Assert.Throws<TorchException>(() => x[3]).Message);
    }
}
