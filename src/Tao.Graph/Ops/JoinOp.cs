namespace Tao.Graph.Ops;

/// <summary>An element-wise op on two values; axes of size 1 (after the batch) stretch to the other's size.</summary>
public abstract record JoinOp : OpDefinition
{
    public override int Arity => 2;

    public override ChannelFlow ChannelFlow => ChannelFlow.Joins;

    public override QuantizationPolicy Quantization => QuantizationPolicy.Quantized;

    public override TensorType InferType(IReadOnlyList<TensorType> inputs)
    {
        var (left, right) = (ShapeRules.RequireFloat(inputs[0]).Shape, ShapeRules.RequireFloat(inputs[1]).Shape);
        ShapeRules.Require(left.Rank == right.Rank && left[0] == right[0], $"cannot join {left} and {right}.");
        var pairs = left.Sizes.Zip(right.Sizes).ToList();
        ShapeRules.Require(pairs.All(pair => pair.First == pair.Second || pair.First == 1 || pair.Second == 1), $"cannot join {left} and {right}.");
        var sizes = pairs.Select(pair => pair.First == 1 ? pair.Second : pair.First);
        return TensorType.Float([.. sizes]);
    }
}
