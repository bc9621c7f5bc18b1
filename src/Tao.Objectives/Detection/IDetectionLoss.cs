using static TorchSharp.torch;

namespace Tao.Objectives.Detection;

/// <summary>What a detector with anchors learns by.</summary>
public interface IDetectionLoss
{
    /// <param name="logits">Samples × anchors × (1 + classes), background first.</param>
    /// <param name="offsets">Samples × anchors × 4.</param>
    /// <param name="targets">See <see cref="AnchorTargets"/>.</param>
    /// <returns>A scalar with gradient.</returns>
    Tensor Compute(Tensor logits, Tensor offsets, Tensor targets);
}
