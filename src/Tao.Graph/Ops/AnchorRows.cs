namespace Tao.Graph.Ops;

/// <summary>
/// A detector's head as one row an anchor: (N, K·W, H, W') to (N, H·W'·K, W), row by row, column by column, anchor by anchor, where W is
/// <paramref name="Width"/>. Pruning does not pass: which channel means what is told by position.
/// </summary>
public sealed record AnchorRows(int Width) : OpDefinition
{
    public override ChannelFlow ChannelFlow => ChannelFlow.Blocks;

    public override QuantizationPolicy Quantization => QuantizationPolicy.Float;

    public override TensorType InferType(IReadOnlyList<TensorType> inputs)
    {
        var image = ShapeRules.RequireImage(inputs[0]).Shape;
        ShapeRules.Require(Width > 0 && image.Channels % Width == 0, $"needs a multiple of {Width} channels, not {image.Channels}.");
        return TensorType.Float(image[0], image[2] * image[3] * (image.Channels / Width), Width);
    }
}
