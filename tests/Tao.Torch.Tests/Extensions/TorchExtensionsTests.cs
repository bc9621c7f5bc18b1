using TorchSharp.Extensions;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Extensions;

public sealed class TorchExtensionsTests
{
    [Fact]
    public void Pixels_become_a_channels_last_tensor_of_the_same_picture()
    {
        using var scope = NewDisposeScope();
        // One picture of 1 x 2 pixels with 3 channels, in a buffer that is longer than the batch.
        float[] pooled = [1, 2, 3, 4, 5, 6, 99, 99];
        var x = torch_ext.from_nhwc(pooled, 1, 1, 2, 3);
        Assert.Equal([1, 3, 1, 2], x.shape);
        Assert.True(x.is_channels_last());
        Numbers.Equal([1, 4, 2, 5, 3, 6], x);
        var back = new float[6];
        x.copy_to_nhwc<float>(back);
        Assert.Equal([1f, 2, 3, 4, 5, 6], back);
        x.copy_to<float>(back);
        Assert.Equal([1f, 4, 2, 5, 3, 6], back);
        Assert.Throws<ArgumentException>(() => torch_ext.from_nhwc(new float[5], 1, 1, 2, 3));
    }

    [Fact]
    public void A_copy_of_the_wrong_length_is_refused()
    {
        using var x = zeros(4);
        var refusal = Assert.Throws<TorchException>(() => x.copy_to(new float[3].AsSpan()));
        Assert.Contains("16", refusal.Message);
    }

    [Fact]
    public void Layout_conversions_change_the_order_only()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(4);
        var x = randn(2, 3, 4, 5, generator: generator);
        Assert.False(x.is_channels_last());
        var last = x.to_channels_last();
        Assert.True(last.is_channels_last());
        Assert.Equal([60, 1, 15, 3], last.stride());
        Assert.True(last.Equals(x));
        Assert.True(last.contiguous(memory_format.contiguous_format).is_contiguous());
        Assert.True(x.clone(memory_format.channels_last).is_contiguous(memory_format.channels_last));
    }

    [Fact]
    public void A_pinned_array_is_shared_both_ways_and_freed_with_the_last_view()
    {
        var (weak, view) = Borrow();
        GC.Collect();
        Assert.True(weak.IsAlive);
        view.Dispose();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        Assert.False(weak.IsAlive);
    }

    [Fact]
    public void Numbers_overwrite_a_tensor_of_any_layout()
    {
        using var scope = NewDisposeScope();
        var x = zeros(1, 2, 1, 2).to_channels_last();
        x.copy_from<float>([1, 2, 3, 4]);
        Numbers.Equal([1, 2, 3, 4], x);
        Numbers.Equal([7, 8], torch_ext.from_span<double>([7, 8], 2));
    }

    [Fact]
    public void New_data_keep_a_parameters_identity()
    {
        using var scope = NewDisposeScope();
        var parameter = ones(2).requires_grad_();
        parameter.set_data(full(3, 2f));
        Assert.True(parameter.is_leaf);
        Assert.True(parameter.requires_grad);
        Numbers.Equal([2, 2, 2], parameter);
    }

    private static (WeakReference Weak, Tensor View) Borrow()
    {
        using var scope = NewDisposeScope();
        var data = new float[] { 1, 2, 3, 4 };
        var x = torch_ext.from_pinned(data, 2, 2);
        x[0, 1] = tensor(9f);
        Assert.Equal(9, data[1]);
        data[2] = 8;
        Assert.Equal(8, x[1, 0].ToSingle());
        return (new WeakReference(data), x[1].DetachFromDisposeScope());
    }
}
