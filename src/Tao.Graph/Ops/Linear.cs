using System.Text.Json.Serialization;

namespace Tao.Graph.Ops;

/// <summary>x·weightᵀ + bias: (N, F) to (N, out), with <c>weight</c> [out, F] and <c>bias</c> [out].</summary>
public sealed record Linear(int OutFeatures, bool Bias = true) : OpDefinition, IKernelOp
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool QuantizedKernel { get; init; }

    public override ChannelFlow ChannelFlow => ChannelFlow.Produces;

    public override QuantizationPolicy Quantization => QuantizationPolicy.Quantized;

    public override TensorType InferType(IReadOnlyList<TensorType> inputs)
    {
        ShapeRules.Require(OutFeatures >= 1, "needs at least one output.");
        return TensorType.Float(ShapeRules.RequireVector(inputs[0]).Shape[0], OutFeatures);
    }

    public override IReadOnlyList<ParameterSpec> Parameters(IReadOnlyList<TensorType> inputs) =>
        KernelParameters.For(new TensorShape(OutFeatures, inputs[0].Shape.Channels), Bias, inputChannelAxis: 1);

    public override OpDefinition WithOutputChannels(int channels) => this with { OutFeatures = channels };

    public override long MultiplyAdds(IReadOnlyList<TensorType> inputs) => inputs[0].Shape.Channels * OutFeatures;

    public OpDefinition WithBias() => this with { Bias = true };

    public OpDefinition WithQuantizedKernel(bool quantized = true) => this with { QuantizedKernel = quantized };
}
