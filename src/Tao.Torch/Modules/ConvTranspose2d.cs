using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Two-dimensional transposed convolution.</summary>
public sealed class ConvTranspose2d : Convolution
{
    internal ConvTranspose2d(ConvolutionShape shape, bool bias, Device? device, ScalarType? dtype)
        : base(nameof(ConvTranspose2d), shape, transposed: true, bias, device, dtype)
    {
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
        => nn.functional.conv_transpose2d(input, weight, bias, Shape.Stride, Shape.Padding, Shape.OutputPadding, Shape.Dilation, Shape.Groups);
}
