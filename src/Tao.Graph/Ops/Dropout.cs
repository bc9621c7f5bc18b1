namespace Tao.Graph.Ops;

/// <summary>
/// In training sets elements to zero with probability <paramref name="Rate"/> and divides the rest by 1 − rate; otherwise the identity.
/// </summary>
public sealed record Dropout(double Rate) : ElementwiseOp
{
    public override QuantizationPolicy Quantization => QuantizationPolicy.SharesInputScale;

    public override TensorType InferType(IReadOnlyList<TensorType> inputs)
    {
        ShapeRules.Require(Rate is >= 0 and < 1, "needs a rate in [0, 1).");
        return base.InferType(inputs);
    }
}
