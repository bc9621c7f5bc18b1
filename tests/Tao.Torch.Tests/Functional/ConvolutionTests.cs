using TorchSharp.Extensions;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace TorchSharp.Tests.Functional;

public sealed class ConvolutionTests
{
    [Fact]
    public void Convolution_by_hand()
    {
        using var scope = NewDisposeScope();
        var x = arange(1, 10, 1, ScalarType.Float32).view(1, 1, 3, 3);
        var w = tensor(new[] { 1f, 0, 0, -1 }, 1, 1, 2, 2);
        Numbers.Equal([-3.5, -3.5, -3.5, -3.5], F.conv2d(x, w, tensor(new[] { 0.5f })));
        Numbers.Equal([-1, -3, -7, -4], F.conv2d(x, w, strides: [2, 2], padding: [1, 1], dilation: [1, 1]));
    }

    [Fact]
    public void Depthwise_convolution_keeps_channels_apart()
    {
        using var scope = NewDisposeScope();
        var x = arange(0, 8, 1, ScalarType.Float32).view(1, 2, 2, 2);
        var w = tensor(new[] { 2f, -1f }, 2, 1, 1, 1);
        Numbers.Equal([0, 2, 4, 6, -4, -5, -6, -7], F.conv2d(x, w, groups: 2));
    }

    [Fact]
    public void Transposed_convolution_is_the_adjoint()
    {
        using var scope = NewDisposeScope();
        manual_seed(3);
        var x = randn(1, 2, 5, 5);
        var w = randn(3, 2, 3, 3);
        var y = randn(1, 3, 3, 3);
        var forward = (F.conv2d(x, w, strides: [2, 2], padding: [1, 1]) * y).sum();
        var backward = (F.conv_transpose2d(y, w, strides: [2, 2], padding: [1, 1]) * x).sum();
        Assert.Equal(forward.ToDouble(), backward.ToDouble(), 1e-3);
    }

    [Fact]
    public void Channels_last_gives_the_same_numbers_and_keeps_its_layout()
    {
        using var scope = NewDisposeScope();
        manual_seed(4);
        var x = randn(2, 3, 8, 8);
        var w = randn(4, 3, 3, 3);
        var plain = F.conv2d(x, w, padding: [1, 1]);
        var last = F.conv2d(x.to_channels_last(), w.to_channels_last(), padding: [1, 1]);
        Assert.True(last.is_channels_last());
        Assert.True(last.allclose(plain, 1e-4, 1e-4));
    }

    [Fact]
    public void Gradients_agree_with_differences()
    {
        using var scope = NewDisposeScope();
        manual_seed(5);
        var x = randn([1, 2, 4, 4], ScalarType.Float64);
        var w = randn([2, 2, 3, 3], ScalarType.Float64);
        Numbers.GradientsAgree(point => F.conv2d(point, w, padding: [1, 1]).square().sum(), x);
        Numbers.GradientsAgree(point => F.conv2d(x, point, strides: [2, 2]).square().sum(), w);
        Numbers.GradientsAgree(point => F.linear(point, w.flatten(1)[TensorIndex.Colon, TensorIndex.Slice(0, 4)]).sigmoid().sum(), x);
    }

    [Fact]
    public void Same_padding_keeps_the_size()
    {
        using var scope = NewDisposeScope();
        Assert.Equal([1, 1, 5, 7], F.conv2d_padding(zeros(1, 1, 5, 7), zeros(1, 1, 3, 4), padding: Padding.Same).shape);
    }

    [Fact]
    public void A_geometry_of_the_wrong_rank_is_refused()
    {
        using var scope = NewDisposeScope();
        Assert.Throws<ArgumentException>(() => F.conv2d(zeros(1, 1, 3, 3), zeros(1, 1, 1, 1), strides: [1]));
    }

    [Fact]
    public void Patches_and_their_sum_are_adjoint()
    {
        using var scope = NewDisposeScope();
        var x = arange(0, 9, 1, ScalarType.Float32).view(1, 1, 3, 3);
        var patches = F.unfold(x, (2, 2));
        Assert.Equal([1, 4, 4], patches.shape);
        Numbers.Equal([0, 1, 3, 4], patches[TensorIndex.Single(0), TensorIndex.Colon, TensorIndex.Single(0)]);
        Numbers.Equal([0, 2, 2, 6, 16, 10, 6, 14, 8], F.fold(patches, (3, 3), (2, 2)));
    }
}
