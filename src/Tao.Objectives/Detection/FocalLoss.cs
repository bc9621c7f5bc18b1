using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Tao.Objectives.Detection;

/// <summary>
/// RetinaNet's loss (Lin et al. 2017, equation 5): for every anchor that is not neutral and every foreground class −α_t (1 − p_t)^γ ln p_t, and
/// smooth L1 of the foreground anchors' offsets, over the number of foreground anchors of the batch. The background has a logit, which is not
/// read.
/// </summary>
/// <param name="Alpha">Weight of the foreground, (0, 1); the rest is the background's.</param>
/// <param name="Gamma">How much less a sure answer counts.</param>
/// <param name="OffsetWeight">Weight of the offsets' part.</param>
public sealed record FocalLoss(double Alpha, double Gamma, double OffsetWeight) : IDetectionLoss
{
    /// <inheritdoc/>
    public Tensor Compute(Tensor logits, Tensor offsets, Tensor targets)
    {
        long width = logits.size(2) - 1;
        var classes = AnchorTargets.ClassesOf(targets);
        var weights = AnchorTargets.WeightsOf(targets);
        var foreground = classes.gt(0).to(ScalarType.Float32);
        var taught = classes.ge(0).to(ScalarType.Float32) * weights;

        var names = arange(1, width + 1, ScalarType.Float32, logits.device);
        var wanted = classes.unsqueeze(2).eq(names).to(ScalarType.Float32);
        var own = logits.narrow(2, 1, width);
        // ln p_t is the log-sigmoid of the logit, or of its negative where the class is not wanted.
        var likelihood = functional.logsigmoid(own * ((wanted * 2) - 1));
        var balance = (wanted * ((2 * Alpha) - 1)) + (1 - Alpha);
        var focal = -((1 - likelihood.exp()).pow(Gamma) * likelihood * balance).sum(2) * taught;

        var distance = functional.smooth_l1_loss(offsets, AnchorTargets.OffsetsOf(targets), Reduction.None).sum(2) * foreground * weights;
        return (focal.sum() + (distance.sum() * OffsetWeight)) / Math.Max(1, foreground.sum().ToDouble());
    }
}
