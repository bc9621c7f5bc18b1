namespace Tao.Graph.Ops;

/// <summary>e^x / Σ e^x over <paramref name="Axis"/>.</summary>
public sealed record Softmax(int Axis = 1) : OpDefinition
{
    /// <summary>Every output depends on all channels, so a class must not be pruned away above it.</summary>
    public override ChannelFlow ChannelFlow => ChannelFlow.Blocks;

    public override QuantizationPolicy Quantization => QuantizationPolicy.Float;

    public override TensorType InferType(IReadOnlyList<TensorType> inputs)
    {
        ShapeRules.Require(Axis >= 1 && Axis < inputs[0].Shape.Rank, $"has no axis {Axis} in {inputs[0]}.");
        return ShapeRules.RequireFloat(inputs[0]);
    }
}
