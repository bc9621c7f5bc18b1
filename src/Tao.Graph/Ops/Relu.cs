namespace Tao.Graph.Ops;

/// <summary>max(x, 0).</summary>
public sealed record Relu : OpDefinition
{
    public override ChannelFlow ChannelFlow => ChannelFlow.Follows;

    public override QuantizationPolicy Quantization => QuantizationPolicy.FusesIntoProducer;

    public override TensorType InferType(IReadOnlyList<TensorType> inputs) => inputs[0];
}
