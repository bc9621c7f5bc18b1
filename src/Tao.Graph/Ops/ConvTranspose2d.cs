namespace Tao.Graph.Ops;

/// <summary>
/// Deconvolution of (N, C, H, W) to (N, out, (H−1)·stride + k, (W−1)·stride + k) with <c>weight</c> [out, C, k, k]: unlike in PyTorch, whose
/// kernel begins with the input's channels, axis 0 is the output channel as everywhere here. It stays in float: no CPU runtime has an
/// 8-bit one.
/// </summary>
public sealed record ConvTranspose2d(int OutChannels, int Kernel, int Stride) : OpDefinition
{
    public override ChannelFlow ChannelFlow => ChannelFlow.Produces;

    public override QuantizationPolicy Quantization => QuantizationPolicy.Float;

    public override TensorType InferType(IReadOnlyList<TensorType> inputs)
    {
        var image = ShapeRules.RequireImage(inputs[0]).Shape;
        ShapeRules.Require(OutChannels >= 1, $"needs at least one output channel, not {OutChannels}.");
        ShapeRules.Require(Kernel >= 1 && Stride >= 1, $"needs a kernel and a stride of at least 1, not {Kernel} and {Stride}.");
        return TensorType.Float(image[0], OutChannels, ((image[2] - 1) * Stride) + Kernel, ((image[3] - 1) * Stride) + Kernel);
    }

    public override IReadOnlyList<ParameterSpec> Parameters(IReadOnlyList<TensorType> inputs) => KernelParameters.For(
        new TensorShape(OutChannels, inputs[0].Shape.Channels, Kernel, Kernel), bias: false, inputChannelAxis: 1);

    public override OpDefinition WithOutputChannels(int channels) => this with { OutChannels = channels };

    public override long MultiplyAdds(IReadOnlyList<TensorType> inputs) => inputs[0].Shape.ElementCount * OutChannels * Kernel * Kernel;
}
