using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace TorchSharp.Tests.Functional;

public sealed class PoolingTests
{
    private static Tensor Plane() => arange(0, 9, 1, ScalarType.Float32).view(1, 1, 3, 3);

    [Fact]
    public void Windows_give_their_greatest_and_mean()
    {
        using var scope = NewDisposeScope();
        Numbers.Equal([4, 5, 7, 8], F.max_pool2d(Plane(), 2, 1));
        Numbers.Equal([4, 5, 7, 8], F.max_pool2d(Plane(), [3, 3], [2, 2], [1, 1]));
        Numbers.Equal([2, 3, 5, 6], F.avg_pool2d(Plane(), 2, 1));
        Numbers.Equal([8d / 9], F.avg_pool2d(Plane(), 3, 3, 1));
        Numbers.Equal([2], F.avg_pool2d(Plane(), 3, 3, 1, count_include_pad: false));
        Numbers.Equal([4, 5, 7, 8], F.max_pool2d(Plane(), 2, 2, ceil_mode: true));
    }

    [Fact]
    public void Adaptive_pools_fill_the_output()
    {
        using var scope = NewDisposeScope();
        Numbers.Equal([4], F.adaptive_avg_pool2d(Plane(), [1, 1]));
        Numbers.Equal([8], F.adaptive_max_pool2d(Plane(), [1, 1]));
        Numbers.Equal([0.5, 1.5], F.adaptive_avg_pool1d(arange(0, 3, 1, ScalarType.Float32).view(1, 1, 3), 2));
    }

    [Fact]
    public void Gradients_agree_with_differences()
    {
        using var scope = NewDisposeScope();
        manual_seed(8);
        var x = randn([1, 2, 4, 4], ScalarType.Float64);
        Numbers.GradientsAgree(point => F.max_pool2d(point, 2, 2).square().sum(), x);
        Numbers.GradientsAgree(point => F.avg_pool2d(point, 3, 2, 1).square().sum(), x);
    }

    [Fact]
    public void Indices_point_at_the_greatest()
    {
        using var scope = NewDisposeScope();
        var (values, places) = F.max_pool2d_with_indices(Plane(), [2, 2], [1, 1]);
        Numbers.Equal([4, 5, 7, 8], values);
        Assert.Equal([4L, 5, 7, 8], places.data<long>().ToArray());
    }
}
