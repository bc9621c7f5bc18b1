using Tao.Data.Detection;
using Tao.Objectives.Detection;
using TorchSharp;
using static TorchSharp.torch;

namespace Tao.Objectives.Tests.Detection;

public sealed class DetectionLossTests
{
    // Four anchors: one foreground of class 1 whose offsets are off by 0.5 and 2, one neutral, two background.
    private static readonly float[] _targets =
    [
        1, 1, 0.5f, 0, 2, 0,
        -1, 1, 0, 0, 0, 0,
        0, 1, 0, 0, 0, 0,
        0, 1, 0, 0, 0, 0,
    ];

    // Background, class 1. The third anchor is surer of the wrong answer than the fourth.
    private static readonly float[] _logits = [0, 1, 5, -5, 0, 2, 0, -1];

    /// <summary>By hand: smooth L1 of 0.5 and 2 is 0.125 + 1.5; cross-entropies ln(1 + e⁻¹), ln(1 + e²), ln(1 + e⁻¹).</summary>
    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 2)]
    [InlineData(0, 0)]
    public void Multibox_takes_the_hardest_background(double ratio, int negatives)
    {
        double[] hardest = [Math.Log(1 + Math.Exp(2)), Math.Log(1 + Math.Exp(-1))];
        double expected = Math.Log(1 + Math.Exp(-1)) + hardest.Take(negatives).Sum() + (2 * 1.625);

        using var loss = new MultiBoxLoss(ratio, OffsetWeight: 2).Compute(tensor(_logits, 1, 4, 2), zeros(1, 4, 4), tensor(_targets, 1, 4, 6));

        Assert.Equal(expected, loss.ToDouble(), 1e-5);
    }

    [Fact]
    public void Background_is_chosen_over_the_whole_batch()
    {
        // Two images: the first has the only foreground, the second the hardest background.
        float[] logits = [0, 0, 0, 0, 0, 0, 0, 9];
        float[] targets = [1, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0];

        using var loss = new MultiBoxLoss(1, 1).Compute(tensor(logits, 2, 2, 2), zeros(2, 2, 4), tensor(targets, 2, 2, 6));

        Assert.Equal(Math.Log(2) + Math.Log(1 + Math.Exp(9)), loss.ToDouble(), 1e-5);
    }

    [Fact]
    public void A_batch_without_foreground_costs_nothing_and_has_a_gradient()
    {
        using var logits = zeros(1, 2, 3);
        logits.requires_grad = true;
        using var loss = new MultiBoxLoss(3, 1).Compute(logits, zeros(1, 2, 4), zeros(1, 2, 6));
        loss.backward();

        Assert.Equal(0, loss.ToDouble());
        Assert.Equal(0, logits.grad!.abs().sum().ToDouble());
    }

    /// <summary>By hand, α = 0.25, γ = 2: the foreground's p is σ(1), the backgrounds' 1 − p are σ(−2) and σ(1).</summary>
    [Fact]
    public void Focal_loss_weighs_the_sure_answers_down()
    {
        static double Term(double alpha, double p) => -alpha * Math.Pow(1 - p, 2) * Math.Log(p);
        double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));
        double expected = Term(0.25, Sigmoid(1)) + Term(0.75, Sigmoid(-2)) + Term(0.75, Sigmoid(1)) + (3 * 1.625);

        using var loss = new FocalLoss(0.25, 2, OffsetWeight: 3).Compute(tensor(_logits, 1, 4, 2), zeros(1, 4, 4), tensor(_targets, 1, 4, 6));

        Assert.Equal(expected, loss.ToDouble(), 1e-5);
    }

    [Fact]
    public void Focal_loss_stays_finite_with_a_gradient_for_answers_that_are_very_sure()
    {
        using var logits = tensor(new float[] { 0, -200, 0, 0, 0, 200, 0, 200 }, 1, 4, 2);
        logits.requires_grad = true;
        using var loss = new FocalLoss(0.25, 2, 1).Compute(logits, zeros(1, 4, 4), tensor(_targets, 1, 4, 6));
        loss.backward();

        Assert.True(double.IsFinite(loss.ToDouble()));
        Assert.True(logits.grad!.isfinite().all().ToBoolean());
    }

    /// <summary>One box of class 1, which is the second foreground class, with a weight of its own.</summary>
    [Fact]
    public void Targets_hold_class_weight_and_offsets()
    {
        var anchors = new BoundingBox[] { new(0, 0, 0.5f, 0.5f), new(0.5f, 0.5f, 1, 1) };
        var rows = new float[2 * AnchorTargets.Columns];

        AnchorTargets.Write(
            [new GroundTruthBox(1, new BoundingBox(0.55f, 0.5f, 1.05f, 1))],
            new AnchorMatcher([.. anchors], 0.5, 0.4),
            new BoxCoder(0.1f, 0.1f, 0.2f, 0.2f),
            [1, 7],
            rows);

        Assert.Equal([0, 1, 0, 0, 0, 0], rows[..6]);
        Assert.Equal([2, 7], rows[6..8]);
        Assert.Equal([1, 0, 0, 0], rows[8..].Select(value => MathF.Round(value, 4)));
    }
}
