using System.Text.Json.Serialization;

namespace Tao.Graph.Ops;

/// <summary>
/// Rounds activations to symmetric signed 8 bits and back: scale = range / 127, x → clamp(round(x / scale), −128, 127) · scale, halves to even.
/// The <c>range</c> (largest magnitude) is a parameter, not an attribute: post-training quantisation fills it from calibration and
/// quantisation-aware training goes on moving it, in one and the same graph. No optimiser touches it. Two nodes that must agree (before
/// and after max pooling) share their <see cref="Node.ParameterScope"/>.
/// </summary>
/// <param name="PerChannel">One range per index of <paramref name="Axis"/>; activations in TensorRT and ONNX Runtime have one range for all.</param>
public sealed record FakeQuant(bool PerChannel = false, int Axis = 1) : OpDefinition
{
    public const string RangeName = "range";

    /// <summary>Where quantisation-aware training starts, as in TAO.</summary>
    private const float InitialRange = 6;

    /// <summary>
    /// In training the range follows the batches, range ← momentum · range + (1 − momentum) · max|x|, as TAO's does; null when it stays.
    /// Of nodes that share the range only the one that names it moves it.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public double? Momentum { get; init; }

    public override ChannelFlow ChannelFlow => ChannelFlow.Follows;

    public override QuantizationPolicy Quantization => QuantizationPolicy.Float;

    public override TensorType InferType(IReadOnlyList<TensorType> inputs)
    {
        ShapeRules.Require(Momentum is null or (>= 0 and <= 1), "needs a momentum in [0, 1].");
        ShapeRules.Require(!PerChannel || (Axis >= 1 && Axis < inputs[0].Shape.Rank), $"has no axis {Axis} in {inputs[0]}.");
        return ShapeRules.RequireFloat(inputs[0]);
    }

    public override IReadOnlyList<ParameterSpec> Parameters(IReadOnlyList<TensorType> inputs) =>
    [
        new(
            RangeName,
            new TensorShape(PerChannel ? inputs[0].Shape[Axis] : 1),
            ParameterRole.QuantizationRange,
            new Initializer(InitializerKind.Constant, InitialRange),
            OutputChannelAxis: PerChannel && Axis == 1 ? 0 : null),
    ];
}
