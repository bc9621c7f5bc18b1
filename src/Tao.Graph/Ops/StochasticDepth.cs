namespace Tao.Graph.Ops;

/// <summary>
/// In training sets whole samples to zero with probability <paramref name="Rate"/> and divides the rest by 1 − rate; otherwise the identity
/// (Huang et al. 2016; the drop-connect of EfficientNet). Stands before the addition of a shortcut.
/// </summary>
public sealed record StochasticDepth(double Rate) : ElementwiseOp
{
    public override QuantizationPolicy Quantization => QuantizationPolicy.SharesInputScale;

    public override TensorType InferType(IReadOnlyList<TensorType> inputs)
    {
        ShapeRules.Require(Rate is >= 0 and < 1, "needs a rate in [0, 1).");
        return base.InferType(inputs);
    }
}
