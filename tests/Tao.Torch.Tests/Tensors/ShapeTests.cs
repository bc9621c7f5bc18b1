using static TorchSharp.torch;

namespace TorchSharp.Tests.Tensors;

public sealed class ShapeTests
{
    [Fact]
    public void Views_share_their_memory()
    {
        using var scope = NewDisposeScope();
        var x = zeros(2, 3);
        x.view(-1)[4] = tensor(1f);
        x.transpose(0, 1)[0, 0] = tensor(2f);
        Numbers.Equal([2, 0, 0, 0, 1, 0], x);
        Assert.Equal([1, 6], x.flatten().unsqueeze(0).shape);
        Assert.Equal([2, 3, 1], x.unflatten(1, 3, 1).shape);
        Assert.Equal([3, 2], x.permute(1, 0).shape);
        Assert.Equal([4, 2, 3], x.expand(4, -1, -1).shape);
        Assert.Equal([2, 3], x.view(1, 2, 3, 1).squeeze().shape);
        Assert.Equal([3, 2], x.T.shape);
    }

    [Fact]
    public void Joining_and_splitting_are_inverse()
    {
        using var scope = NewDisposeScope();
        var x = arange(0, 10, 1, ScalarType.Float32).view(2, 5);
        foreach (var parts in new[] { x.split(2, 1), x.split([1, 4], 1), x.chunk(3, 1), x.tensor_split(4, 1) })
            Assert.True(cat(parts, 1).Equals(x));
        Assert.True(stack(x.unbind(0)).Equals(x));
        Assert.Equal([2, 2, 1], x.split(2, 1).Select(part => part.shape[1]));
        Assert.True(cat(new List<Tensor> { x[.., ..2], x[.., 2..] }, 1).Equals(x));
        Assert.Throws<TorchException>(() => x.split([1, 1], 1));
    }

    [Fact]
    public void Repeating_rolling_and_turning()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new[] { 1f, 2, 3 });
        Numbers.Equal([1, 2, 3, 1, 2, 3], x.repeat(2));
        Numbers.Equal([1, 1, 2, 2, 3, 3], x.repeat_interleave(2));
        Numbers.Equal([1, 3, 3], x.repeat_interleave(tensor(new long[] { 1, 0, 2 })));
        Numbers.Equal([3, 1, 2], x.roll(1));
        Numbers.Equal([3, 2, 1], x.flip(0));
        Numbers.Equal([1, 2, 2, 3], x.unfold(0, 2, 1));
        Numbers.Equal([2, 4, 1, 3], tensor(new[] { 1f, 2, 3, 4 }, 2, 2).rot90());
        Numbers.Equal([1, 0, 0, 0, 2, 0, 0, 0, 3], x.diag());
        Numbers.Equal([1, 4], tensor(new[] { 1f, 2, 3, 4 }, 2, 2).diagonal());
        Numbers.Equal([1, 0, 3, 4], tensor(new[] { 1f, 2, 3, 4 }, 2, 2).tril());
    }

    [Fact]
    public void Grids_follow_their_indexing()
    {
        using var scope = NewDisposeScope();
        var axes = new[] { arange(2), arange(3) };
        Assert.Equal([2, 3], meshgrid(axes)[0].shape);
        Assert.Equal([3, 2], meshgrid(axes, "xy")[0].shape);
        Assert.Throws<ArgumentException>(() => meshgrid(axes, "yx"));
    }

    [Fact]
    public void Creation_follows_its_arguments()
    {
        using var scope = NewDisposeScope();
        Numbers.Equal([0, 0.25, 0.5, 0.75, 1], linspace(0, 1, 5));
        Assert.Equal(ScalarType.Int64, arange(3).dtype);
        Assert.Equal(ScalarType.Float32, arange(0, 1, 0.5).dtype);
        Assert.Equal(ScalarType.Int64, full([2], 3).dtype);
        Numbers.Equal([1, 0, 0, 1], eye(2));
        Assert.Equal(ScalarType.Float64, zeros_like(ones(1), ScalarType.Float64).dtype);
        Assert.Equal(ScalarType.Float64, ones(2, ScalarType.Float64).new_zeros(3).dtype);
        Numbers.Equal([258, 772], frombuffer(new byte[] { 0, 2, 1, 4, 3 }, ScalarType.Int16, 2, 1));
        Assert.Throws<ArgumentException>(() => frombuffer(new byte[3], ScalarType.Int16, 2));
        Assert.Throws<ArgumentException>(() => tensor(new[] { 1f, 2 }, 3, 1));
        Assert.Throws<NotSupportedException>(() => zeros([1], names: ["n"]));
        Assert.Equal(new Size([2, 3]), (Size)ones(2, 3).shape);
    }
}
