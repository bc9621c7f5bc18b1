namespace Tao.Graph.Ops;

/// <summary>(N, C, H, W) to (N, C·H·W): all of channel 0, then channel 1, and so on.</summary>
public sealed record Flatten : OpDefinition
{
    public override ChannelFlow ChannelFlow => ChannelFlow.Expands;

    public override QuantizationPolicy Quantization => QuantizationPolicy.SharesInputScale;

    public override TensorType InferType(IReadOnlyList<TensorType> inputs)
    {
        var image = ShapeRules.RequireImage(inputs[0]).Shape;
        return TensorType.Float(image[0], image[1] * image[2] * image[3]);
    }
}
