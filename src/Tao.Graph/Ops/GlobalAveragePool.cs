namespace Tao.Graph.Ops;

/// <summary>Mean over height and width: (N, C, H, W) to (N, C, 1, 1).</summary>
public sealed record GlobalAveragePool : OpDefinition
{
    public override ChannelFlow ChannelFlow => ChannelFlow.Follows;

    public override QuantizationPolicy Quantization => QuantizationPolicy.Quantized;

    public override TensorType InferType(IReadOnlyList<TensorType> inputs)
    {
        var image = ShapeRules.RequireImage(inputs[0]).Shape;
        return TensorType.Float(image[0], image.Channels, 1, 1);
    }
}
