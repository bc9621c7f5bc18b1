namespace Tao.Graph.Ops;

/// <summary>The inputs' channels one after the other; of (N, A, W) the rows.</summary>
public sealed record Concat : OpDefinition
{
    public override int Arity => -1;

    public override ChannelFlow ChannelFlow => ChannelFlow.Concatenates;

    public override QuantizationPolicy Quantization => QuantizationPolicy.Quantized;

    public override TensorType InferType(IReadOnlyList<TensorType> inputs)
    {
        var first = ShapeRules.RequireFloat(inputs[0]).Shape;
        ShapeRules.Require(first.Rank >= 2, $"cannot concatenate {first}.");
        foreach (var input in inputs)
            ShapeRules.Require(
                input.Shape.Rank == first.Rank && input.Shape.With(1, 1) == first.With(1, 1),
                $"cannot concatenate {first} and {input.Shape}.");
        return new TensorType(ElementKind.Float32, first.With(1, inputs.Sum(input => input.Shape.Channels)));
    }
}
