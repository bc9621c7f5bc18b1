using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace TorchSharp.Tests.Functional;

public sealed class NormalizationTests
{
    [Fact]
    public void Batch_norm_in_training_normalises_and_moves_the_running_statistics()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new[] { 1f, 3, 5, 7 }, 4, 1);
        var mean = zeros(1);
        var var = ones(1);
        var y = F.batch_norm(x, mean, var, training: true, momentum: 0.1, eps: 0);
        var root = Math.Sqrt(5);
        Numbers.Equal([-3 / root, -1 / root, 1 / root, 3 / root], y);
        Numbers.Equal([0.4], mean);
        Numbers.Equal([0.9 + 0.1 * 20 / 3], var);
    }

    [Fact]
    public void Batch_norm_in_evaluation_uses_the_running_statistics()
    {
        using var scope = NewDisposeScope();
        var y = F.batch_norm(tensor(new[] { 4f, 6 }, 2, 1), tensor(new[] { 2f }), tensor(new[] { 4f }), tensor(new[] { 3f }), tensor(new[] { 1f }), eps: 0);
        Numbers.Equal([4, 7], y);
    }

    [Fact]
    public void Layer_and_group_norm_by_hand()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new[] { 1f, 3, 2, 6 }, 2, 2);
        Numbers.Equal([-1, 1, -1, 1], F.layer_norm(x, [2], eps: 0));
        Numbers.Equal([-1, 1, -1, 1], F.group_norm(x.view(1, 4, 1), 2, eps: 0));
    }

    [Fact]
    public void Gradients_agree_with_differences()
    {
        using var scope = NewDisposeScope();
        manual_seed(6);
        var x = randn([3, 2, 2, 2], ScalarType.Float64);
        var weights = randn([3, 2, 2, 2], ScalarType.Float64);
        Numbers.GradientsAgree(point => (F.batch_norm(point, null, null, training: true) * weights).sum(), x, 1e-5);
        Numbers.GradientsAgree(point => (F.layer_norm(point, [2, 2]) * weights).sum(), x, 1e-5);
    }

    [Fact]
    public void Dropout_scales_what_it_keeps_and_does_nothing_in_evaluation()
    {
        using var scope = NewDisposeScope();
        manual_seed(7);
        var x = ones(1000);
        var y = F.dropout(x, 0.25);
        var kept = y.count_nonzero().ToInt64();
        Assert.InRange(kept, 650, 850);
        Assert.Equal(kept / 0.75, y.sum().ToDouble(), 0.1);
        Assert.True(F.dropout(x, 0.25, training: false).Equals(x));
        F.dropout(x, 1.0, inplace: true);
        Assert.Equal(0, x.sum().ToDouble());
    }
}
