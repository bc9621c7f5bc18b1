using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace TorchSharp.Tests.Functional;

public sealed class ImageTests
{
    [Fact]
    public void Interpolation_by_hand()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new[] { 1f, 3 }, 1, 1, 1, 2);
        Numbers.Equal([1, 1, 3, 3], F.interpolate(x, [1, 4]));
        Numbers.Equal([1, 1.5, 2.5, 3], F.interpolate(x, [1, 4], null, InterpolationMode.Bilinear, false));
        Numbers.Equal([1, 5d / 3, 7d / 3, 3], F.interpolate(x, [1, 4], null, InterpolationMode.Bilinear, true));
        Assert.Equal([1, 1, 2, 4], F.interpolate(x, scale_factor: [2, 2], mode: InterpolationMode.Nearest).shape);
        Numbers.Equal([2], F.interpolate(x, [1, 1], null, InterpolationMode.Area));
    }

    [Fact]
    public void Size_and_factor_together_or_neither_is_refused()
    {
        using var scope = NewDisposeScope();
        var x = zeros(1, 1, 2, 2);
        Assert.Contains("exactly one", Assert.Throws<TorchException>(() => F.interpolate(x)).Message);
        Assert.Throws<TorchException>(() => F.interpolate(x, [4, 4], [2, 2]));
        Assert.Throws<ArgumentException>(() => F.interpolate(x, [4, 4], align_corners: true));
    }

    [Fact]
    public void Padding_of_every_kind()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new[] { 1f, 2, 3 }, 1, 1, 3);
        Numbers.Equal([9, 1, 2, 3, 9, 9], F.pad(x, [1, 2], PaddingModes.Constant, 9));
        Numbers.Equal([2, 1, 2, 3, 2, 1], F.pad(x, [1, 2], PaddingModes.Reflect));
        Numbers.Equal([1, 1, 2, 3, 3, 3], F.pad(x, [1, 2], PaddingModes.Replicate));
        Numbers.Equal([3, 1, 2, 3, 1, 2], F.pad(x, [1, 2], PaddingModes.Circular));
    }

    [Fact]
    public void Sampling_at_the_identity_grid_gives_the_input()
    {
        using var scope = NewDisposeScope();
        manual_seed(9);
        var x = randn(1, 1, 3, 4);
        var grid = F.affine_grid(tensor(new[] { 1f, 0, 0, 0, 1, 0 }, 1, 2, 3), [1, 1, 3, 4]);
        Assert.True(F.grid_sample(x, grid).allclose(x, 1e-4, 1e-5));
    }

    [Fact]
    public void Pixels_move_between_channels_and_places_and_back()
    {
        using var scope = NewDisposeScope();
        var x = arange(0, 4, 1, ScalarType.Float32).view(1, 4, 1, 1);
        var y = F.pixel_shuffle(x, 2);
        Assert.Equal([1, 1, 2, 2], y.shape);
        Assert.True(F.pixel_unshuffle(y, 2).Equals(x));
    }
}
