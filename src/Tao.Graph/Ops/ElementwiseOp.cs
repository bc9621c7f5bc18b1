namespace Tao.Graph.Ops;

/// <summary>An op on one value that keeps its type and treats every element alike.</summary>
public abstract record ElementwiseOp : OpDefinition
{
    public override ChannelFlow ChannelFlow => ChannelFlow.Follows;

    public override TensorType InferType(IReadOnlyList<TensorType> inputs) => ShapeRules.RequireFloat(inputs[0]);
}
