namespace Tao.Graph.Ops;

/// <summary>Zeros around the image. Convolutions pad by themselves; this is for padding that a pooling window must see.</summary>
public sealed record ZeroPad2d(Padding Padding) : OpDefinition
{
    public override ChannelFlow ChannelFlow => ChannelFlow.Follows;

    public override QuantizationPolicy Quantization => QuantizationPolicy.SharesInputScale;

    public override TensorType InferType(IReadOnlyList<TensorType> inputs)
    {
        var image = ShapeRules.RequireImage(inputs[0]).Shape;
        return TensorType.Float(image[0], image.Channels, image[2] + Padding.Top + Padding.Bottom, image[3] + Padding.Left + Padding.Right);
    }
}
