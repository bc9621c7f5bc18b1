using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Tao.Objectives.Detection;

/// <summary>
/// SSD's loss (Liu et al. 2016, equation 1): cross-entropy of the foreground anchors and of the hardest background ones, and smooth L1 (Girshick
/// 2015, equation 3) of the foreground anchors' offsets, over the number of foreground anchors of the batch.
/// </summary>
/// <param name="NegativeRatio">So many background anchors to each foreground one, chosen over the whole batch, as TAO does.</param>
/// <param name="OffsetWeight">Weight of the offsets' part, α.</param>
public sealed record MultiBoxLoss(double NegativeRatio, double OffsetWeight) : IDetectionLoss
{
    /// <inheritdoc/>
    /// <returns>A scalar; 0 for a batch without foreground.</returns>
    public Tensor Compute(Tensor logits, Tensor offsets, Tensor targets)
    {
        var classes = AnchorTargets.ClassesOf(targets);
        var foreground = classes.gt(0).to(ScalarType.Float32);
        var background = classes.eq(0).to(ScalarType.Float32);
        double positives = foreground.sum().ToDouble();
        int negatives = (int)Math.Min(NegativeRatio * positives, background.sum().ToDouble());

        var wanted = classes.clamp_min(0).to(ScalarType.Int64).unsqueeze(2);
        var entropy = -logits.log_softmax(2).gather(2, wanted).squeeze(2) * AnchorTargets.WeightsOf(targets);
        var loss = (entropy * foreground).sum() + Hardest(entropy, background, negatives);
        var distance = functional.smooth_l1_loss(offsets, AnchorTargets.OffsetsOf(targets), Reduction.None).sum(2);
        return (loss + ((distance * foreground).sum() * OffsetWeight)) / Math.Max(1, positives);
    }

    private static Tensor Hardest(Tensor entropy, Tensor background, int count)
    {
        var candidates = (entropy * background).reshape(-1);
        return count == 0 ? candidates.sum() * 0 : candidates.topk(count).values.sum();
    }
}
