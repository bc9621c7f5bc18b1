using static TorchSharp.torch;

namespace TorchSharp.Tests.Tensors;

public sealed class TensorTests
{
    [Fact]
    public void A_tensor_from_an_array_has_its_shape_type_and_elements()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new[] { 1f, 2, 3, 4, 5, 6 }, 2, 3);
        Assert.Equal([2, 3], x.shape);
        Assert.Equal([3, 1], x.stride());
        Assert.Equal(ScalarType.Float32, x.dtype);
        Assert.Equal(6, x.numel());
        Assert.Equal([1f, 2, 3, 4, 5, 6], x.data<float>().ToArray());
        Assert.Equal(ScalarType.Int64, tensor(new long[] { 1 }).dtype);
        Assert.Equal([2, 2], from_array(new float[2, 2]).shape);
    }

    [Fact]
    public void Data_of_a_transposed_tensor_comes_in_row_major_order()
    {
        using var scope = NewDisposeScope();
        var x = arange(0, 6, 1, ScalarType.Float32).view(2, 3).t();
        Assert.Equal([0f, 3, 1, 4, 2, 5], x.data<float>().ToArray());
        Assert.Equal(4f, x.data<float>()[1, 1]);
        Assert.Equal(4f, x.data<float>()[3]);
    }

    [Fact]
    public void Elements_written_through_the_accessor_are_the_tensors()
    {
        using var scope = NewDisposeScope();
        var x = zeros(2, 2);
        x.data<float>()[1, 0] = 7;
        x.t().data<float>().CopyFrom([1f, 2, 3, 4]);
        Numbers.Equal([1, 3, 2, 4], x);
    }

    [Fact]
    public void Reading_as_another_type_is_refused()
    {
        using var x = zeros(2);
        var refusal = Assert.Throws<ArgumentException>(() => x.data<int>());
        Assert.Contains("Float32", refusal.Message);
    }

    [Fact]
    public void A_number_comes_back_as_any_type()
    {
        using var x = tensor(3L);
        Assert.Equal(3, x.item<int>());
        Assert.Equal(3f, x.ToSingle());
        Assert.Equal(3d, (double)x);
        Assert.True(x.ToBoolean());
    }

    [Fact]
    public void An_impossible_shape_throws_with_libtorchs_words()
    {
        using var a = zeros(2, 3);
        using var b = zeros(4, 5);
        var refusal = Assert.Throws<TorchException>(() => a.matmul(b));
        Assert.Contains("mat1 and mat2 shapes cannot be multiplied (2x3 and 4x5)", refusal.Message);
        var other = Assert.Throws<TorchException>(() => a.view(7));
        Assert.Contains("shape '[7]' is invalid for input of size 6", other.Message);
    }

    [Fact]
    public void Conversions_keep_values_and_identity_where_nothing_changes()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new[] { 1.7f, -2.2f });
        Assert.Equal([1, -2], x.to(ScalarType.Int32).data<int>().ToArray());
        Assert.Equal(ScalarType.Float64, x.@double().dtype);
        Assert.Equal(DeviceType.CPU, x.cpu().device_type);
        Assert.Equal("cpu", x.device.ToString());
    }

    [Theory]
    [InlineData("cpu", DeviceType.CPU, -1)]
    [InlineData("cuda", DeviceType.CUDA, -1)]
    [InlineData("cuda:1", DeviceType.CUDA, 1)]
    public void A_device_is_read_from_text(string text, DeviceType type, int index)
    {
        var found = device(text);
        Assert.Equal((type, index), (found.type, found.index));
        Assert.Equal(text, found.ToString());
    }

    [Theory]
    [InlineData("gpu")]
    [InlineData("cuda:x")]
    [InlineData("1")]
    public void Text_that_is_no_device_is_refused(string text) => Assert.Throws<ArgumentException>(() => device(text));

    [Fact]
    public void Operators_work_element_by_element_with_tensors_and_numbers()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new[] { 1f, 2, 4 });
        var y = tensor(new[] { 2f, 2, 2 });
        Numbers.Equal([3, 4, 6], x + y);
        Numbers.Equal([2, 3, 5], x + 1);
        Numbers.Equal([0, -1, -3], 1 - x);
        Numbers.Equal([2, 4, 8], 2.0 * x);
        Numbers.Equal([4, 2, 1], 4f / x);
        Numbers.Equal([1, 0, 0], x % y);
        Numbers.Equal([-1, -2, -4], -x);
        Assert.Equal([false, true, false], (x == y).data<bool>().ToArray());
        Assert.Equal([false, true, true], (x >= 2).data<bool>().ToArray());
        Assert.Equal([true, false, false], (~(x >= 2)).data<bool>().ToArray());
        Numbers.Equal([0.5, 1, 2], x.div(y));
        Numbers.Equal([-0.5, 0.5, 2.5], x.add(y, -0.75));
    }

    [Fact]
    public void Values_equal_compares_shape_type_and_elements()
    {
        using var scope = NewDisposeScope();
        Assert.True(ones(2).Equals(ones(2)));
        Assert.False(ones(2).Equals(zeros(2)));
        Assert.False(ones(2).Equals(ones(2, ScalarType.Float64)));
        Assert.False(ones(2).Equals((object)"x"));
    }
}
