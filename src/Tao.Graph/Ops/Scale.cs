using System.Collections.Immutable;

namespace Tao.Graph.Ops;

/// <summary>
/// x · <paramref name="Factor"/>[c] + <paramref name="Offset"/>[c] with fixed numbers: input normalisation inside an exported network.
/// </summary>
public sealed record Scale(ImmutableArray<float> Factor, ImmutableArray<float> Offset) : OpDefinition
{
    /// <summary>It stands at the input, whose channels are never pruned.</summary>
    public override ChannelFlow ChannelFlow => ChannelFlow.Blocks;

    public override QuantizationPolicy Quantization => QuantizationPolicy.Float;

    public override TensorType InferType(IReadOnlyList<TensorType> inputs)
    {
        var type = ShapeRules.RequireChannels(inputs[0]);
        ShapeRules.Require(
            Factor.Length == type.Shape.Channels && Offset.Length == type.Shape.Channels,
            $"has {Factor.Length} factors and {Offset.Length} offsets for {type}.");
        return type;
    }

    public bool Equals(Scale? other) =>
        other is not null && Factor.AsSpan().SequenceEqual(other.Factor.AsSpan()) && Offset.AsSpan().SequenceEqual(other.Offset.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Factor.Length, Factor.FirstOrDefault(), Offset.FirstOrDefault());
}
