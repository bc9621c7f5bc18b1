using System.Text.Json.Serialization;

namespace Tao.Graph.Ops;

/// <summary>
/// Convolution of (N, C, H, W) with <c>weight</c> [out, C, kh, kw] and <c>bias</c> [out]; zeros outside the image.
/// </summary>
public sealed record Conv2d(
    int OutChannels,
    int KernelHeight,
    int KernelWidth,
    int Stride = 1,
    Padding Padding = default,
    int Dilation = 1,
    bool Bias = true) : OpDefinition, IKernelOp
{
    /// <summary>How the kernel starts; null for Glorot's uniform.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Initializer? InitialKernel { get; init; }

    /// <summary>What every element of the bias starts with.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public float InitialBias { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool QuantizedKernel { get; init; }

    public override ChannelFlow ChannelFlow => ChannelFlow.Produces;

    public override QuantizationPolicy Quantization => QuantizationPolicy.Quantized;

    public override TensorType InferType(IReadOnlyList<TensorType> inputs)
    {
        var image = ShapeRules.RequireImage(inputs[0]);
        ShapeRules.Require(OutChannels >= 1, "needs at least one output channel.");
        var (height, width) = ShapeRules.Slide(image.Shape, (KernelHeight, KernelWidth), Stride, Padding, Dilation);
        return TensorType.Float(image.Shape[0], OutChannels, height, width);
    }

    public override IReadOnlyList<ParameterSpec> Parameters(IReadOnlyList<TensorType> inputs) => KernelParameters.For(
        new TensorShape(OutChannels, inputs[0].Shape.Channels, KernelHeight, KernelWidth), Bias, inputChannelAxis: 1, InitialKernel, InitialBias);

    public override OpDefinition WithOutputChannels(int channels) => this with { OutChannels = channels };

    public override long MultiplyAdds(IReadOnlyList<TensorType> inputs) =>
        InferType(inputs).Shape.ElementCount * inputs[0].Shape.Channels * KernelHeight * KernelWidth;

    public OpDefinition WithBias() => this with { Bias = true };

    public OpDefinition WithQuantizedKernel(bool quantized = true) => this with { QuantizedKernel = quantized };
}
