using System.Text.Json.Serialization;

namespace Tao.Graph.Ops;

/// <summary>One filter per channel: (N, C, H, W) with <c>weight</c> [C, 1, kh, kw] and <c>bias</c> [C]; zeros outside the image.</summary>
public sealed record DepthwiseConv2d(
    int KernelHeight,
    int KernelWidth,
    int Stride = 1,
    Padding Padding = default,
    bool Bias = false) : OpDefinition, IKernelOp
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool QuantizedKernel { get; init; }

    public override ChannelFlow ChannelFlow => ChannelFlow.Filters;

    public override QuantizationPolicy Quantization => QuantizationPolicy.Quantized;

    public override TensorType InferType(IReadOnlyList<TensorType> inputs)
    {
        var image = ShapeRules.RequireImage(inputs[0]);
        var (height, width) = ShapeRules.Slide(image.Shape, (KernelHeight, KernelWidth), Stride, Padding);
        return TensorType.Float(image.Shape[0], image.Shape.Channels, height, width);
    }

    public override IReadOnlyList<ParameterSpec> Parameters(IReadOnlyList<TensorType> inputs) => KernelParameters.For(
        new TensorShape(inputs[0].Shape.Channels, 1, KernelHeight, KernelWidth), Bias, inputChannelAxis: null);

    public override long MultiplyAdds(IReadOnlyList<TensorType> inputs) => InferType(inputs).Shape.ElementCount * KernelHeight * KernelWidth;

    public OpDefinition WithBias() => this with { Bias = true };

    public OpDefinition WithQuantizedKernel(bool quantized = true) => this with { QuantizedKernel = quantized };
}
