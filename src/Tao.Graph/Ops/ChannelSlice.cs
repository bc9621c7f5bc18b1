namespace Tao.Graph.Ops;

/// <summary>
/// Channels <paramref name="Start"/> to <paramref name="Start"/> + <paramref name="Count"/> − 1. Pruning does not pass: what is cut out is told
/// by position, so the layers above keep all their channels.
/// </summary>
public sealed record ChannelSlice(int Start, int Count) : OpDefinition
{
    public override ChannelFlow ChannelFlow => ChannelFlow.Blocks;

    public override QuantizationPolicy Quantization => QuantizationPolicy.SharesInputScale;

    public override TensorType InferType(IReadOnlyList<TensorType> inputs)
    {
        var shape = ShapeRules.RequireChannels(inputs[0]).Shape;
        ShapeRules.Require(Start >= 0 && Count > 0 && Start + Count <= shape.Channels, $"has no channels {Start} to {Start + Count - 1} in {shape}.");
        return new TensorType(ElementKind.Float32, shape.With(1, Count));
    }
}
