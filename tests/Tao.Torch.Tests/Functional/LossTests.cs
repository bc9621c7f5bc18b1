using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace TorchSharp.Tests.Functional;

public sealed class LossTests
{
    private static readonly double LogSum = Math.Log(1 + Math.E + Math.Exp(2));

    [Fact]
    public void Cross_entropy_by_hand()
    {
        using var scope = NewDisposeScope();
        var logits = tensor(new[] { 0f, 1, 2, 2, 1, 0 }, 2, 3);
        var labels = tensor(new long[] { 2, 1 });
        Numbers.Equal([(LogSum - 2 + LogSum - 1) / 2], F.cross_entropy(logits, labels));
        Numbers.Equal([LogSum - 2, LogSum - 1], F.cross_entropy(logits, labels, reduction: nn.Reduction.None));
        Numbers.Equal([LogSum - 2], F.cross_entropy(logits, labels, ignore_index: 1));
        Numbers.Equal([((LogSum - 2) * 3 + (LogSum - 1) * 1) / 4], F.cross_entropy(logits, labels, tensor(new[] { 2f, 1, 3 })));
        Numbers.Equal([0.9 * (LogSum - 2) + 0.1 * (LogSum - 1)], F.cross_entropy(logits[0].unsqueeze(0), labels[0].unsqueeze(0), label_smoothing: 0.1));
        var soft = tensor(new[] { 0f, 0.25f, 0.75f, 1, 0, 0 }, 2, 3);
        Numbers.Equal([(LogSum - 1.75 + LogSum - 2) / 2], F.cross_entropy(logits, soft));
        Numbers.Equal([2 * LogSum - 3], F.nll_loss(logits.log_softmax(1), labels, reduction: nn.Reduction.Sum));
    }

    [Fact]
    public void Element_losses_by_hand()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new[] { 0.5f, 3 });
        var y = tensor(new[] { 0f, 1 });
        Numbers.Equal([(0.25 + 4) / 2], F.mse_loss(x, y));
        Numbers.Equal([2.5], F.l1_loss(x, y, nn.Reduction.Sum));
        Numbers.Equal([0.125, 1.5], F.smooth_l1_loss(x, y, nn.Reduction.None));
        Numbers.Equal([0.5 - 0.055, 2 - 0.055], F.smooth_l1_loss(x, y, nn.Reduction.None, 0.11));
        Numbers.Equal([0.125, 1.5], F.huber_loss(x, y, reduction: nn.Reduction.None));
        Numbers.Equal([Math.Log(1 + Math.Exp(0.5)), Math.Log(1 + Math.Exp(-3))], F.binary_cross_entropy_with_logits(x, y, reduction: nn.Reduction.None));
        Numbers.Equal([-Math.Log(0.5)], F.binary_cross_entropy(tensor(new[] { 0.5f }), tensor(new[] { 1f })));
        var p = tensor(new[] { 0.25f, 0.75f });
        var q = tensor(new[] { 0.5f, 0.5f });
        Numbers.Equal([0.5 * Math.Log(2) + 0.5 * Math.Log(0.5 / 0.75)], F.kl_div(p.log(), q.log(), reduction: nn.Reduction.Sum));
        Numbers.Equal([0.5 * Math.Log(2) + 0.5 * Math.Log(0.5 / 0.75)], F.kl_div(p.log(), q, log_target: false, reduction: nn.Reduction.Sum));
    }

    [Fact]
    public void Gradients_agree_with_differences()
    {
        using var scope = NewDisposeScope();
        manual_seed(10);
        var x = randn([3, 4], ScalarType.Float64);
        var soft = rand([3, 4], ScalarType.Float64);
        Numbers.GradientsAgree(point => F.cross_entropy(point, tensor(new long[] { 0, 3, 1 }), label_smoothing: 0.1), x);
        Numbers.GradientsAgree(point => F.cross_entropy(point, soft), x);
        Numbers.GradientsAgree(point => F.smooth_l1_loss(point, soft, beta: 0.3), x);
        Numbers.GradientsAgree(point => F.binary_cross_entropy_with_logits(point, soft), x);
    }

    [Fact]
    public void Connectionist_loss_of_the_only_path()
    {
        using var scope = NewDisposeScope();
        var log = tensor(new[] { 0.1f, 0.9f, 0.6f, 0.4f }, 2, 1, 2).log();
        // Two frames, one symbol: the paths "1-", "-1" and "11".
        var expected = -Math.Log(0.9 * 0.6 + 0.1 * 0.4 + 0.9 * 0.4);
        Numbers.Equal([expected], F.ctc_loss(log, tensor(new long[] { 1 }, 1, 1), tensor(new long[] { 2 }), tensor(new long[] { 1 }), reduction: nn.Reduction.Sum));
    }
}
