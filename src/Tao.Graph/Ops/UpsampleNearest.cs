namespace Tao.Graph.Ops;

/// <summary>Every pixel becomes <paramref name="Factor"/> × <paramref name="Factor"/> equal ones.</summary>
public sealed record UpsampleNearest(int Factor) : OpDefinition
{
    public override ChannelFlow ChannelFlow => ChannelFlow.Follows;

    public override QuantizationPolicy Quantization => QuantizationPolicy.SharesInputScale;

    public override TensorType InferType(IReadOnlyList<TensorType> inputs)
    {
        var image = ShapeRules.RequireImage(inputs[0]).Shape;
        ShapeRules.Require(Factor >= 1, $"needs a factor of at least 1, not {Factor}.");
        return new TensorType(ElementKind.Float32, image.With(2, image[2] * Factor).With(3, image[3] * Factor));
    }
}
