namespace Tao.Graph.Ops;

/// <summary>Largest value under a square window; padding never wins (it counts as −∞).</summary>
/// <param name="CeilMode">Rounds the output size up, as PyTorch's <c>ceil_mode</c> does.</param>
public sealed record MaxPool2d(int Kernel, int Stride, Padding Padding = default, bool CeilMode = false) : OpDefinition
{
    public override ChannelFlow ChannelFlow => ChannelFlow.Follows;

    public override QuantizationPolicy Quantization => QuantizationPolicy.SharesInputScale;

    public override TensorType InferType(IReadOnlyList<TensorType> inputs)
    {
        var image = ShapeRules.RequireImage(inputs[0]).Shape;
        var (height, width) = ShapeRules.Slide(image, (Kernel, Kernel), Stride, Padding);
        if (CeilMode)
        {
            height = ShapeRules.SlideUp(image[2], Padding.Top, Padding.Bottom, Kernel, Stride);
            width = ShapeRules.SlideUp(image[3], Padding.Left, Padding.Right, Kernel, Stride);
        }
        return TensorType.Float(image[0], image.Channels, height, width);
    }
}
