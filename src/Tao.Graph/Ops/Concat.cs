namespace Tao.Graph.Ops;

/// <summary>The inputs' channels one after the other.</summary>
public sealed record Concat : OpDefinition
{
    public override int Arity => -1;

    public override ChannelFlow ChannelFlow => ChannelFlow.Concatenates;

    public override QuantizationPolicy Quantization => QuantizationPolicy.Quantized;

    public override TensorType InferType(IReadOnlyList<TensorType> inputs)
    {
        var first = ShapeRules.RequireChannels(inputs[0]).Shape;
        foreach (var input in inputs)
            ShapeRules.Require(
                input.Shape.Rank == first.Rank && input.Shape.With(1, 1) == first.With(1, 1),
                $"cannot concatenate {first} and {input.Shape}.");
        return new TensorType(ElementKind.Float32, first.With(1, inputs.Sum(input => input.Shape.Channels)));
    }
}
