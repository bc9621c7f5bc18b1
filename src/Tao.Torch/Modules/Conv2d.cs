using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Two-dimensional convolution.</summary>
public sealed class Conv2d : Convolution
{
    internal Conv2d(ConvolutionShape shape, bool bias, Device? device, ScalarType? dtype)
        : base(nameof(Conv2d), shape, transposed: false, bias, device, dtype)
    {
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        if (Shape.Padding is not { } border)
            return nn.functional.conv2d_padding(input, weight, bias, Shape.Stride, Padding.Same, Shape.Dilation, Shape.Groups);
        if (Shape.PaddingMode is PaddingModes.Zeros or PaddingModes.Constant)
            return nn.functional.conv2d(input, weight, bias, Shape.Stride, border, Shape.Dilation, Shape.Groups);
        using var padded = nn.functional.pad(input, [border[1], border[1], border[0], border[0]], Shape.PaddingMode);
        return nn.functional.conv2d(padded, weight, bias, Shape.Stride, [0, 0], Shape.Dilation, Shape.Groups);
    }
}
