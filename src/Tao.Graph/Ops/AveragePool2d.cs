namespace Tao.Graph.Ops;

/// <summary>Mean under a square window.</summary>
/// <param name="CountIncludePad">Padded zeros count in the mean (Keras as TAO patches it; PyTorch's default).</param>
public sealed record AveragePool2d(int Kernel, int Stride, Padding Padding = default, bool CountIncludePad = true) : OpDefinition
{
    public override ChannelFlow ChannelFlow => ChannelFlow.Follows;

    public override QuantizationPolicy Quantization => QuantizationPolicy.Quantized;

    public override TensorType InferType(IReadOnlyList<TensorType> inputs)
    {
        var image = ShapeRules.RequireImage(inputs[0]).Shape;
        var (height, width) = ShapeRules.Slide(image, (Kernel, Kernel), Stride, Padding);
        return TensorType.Float(image[0], image.Channels, height, width);
    }
}
