using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What the two-dimensional convolutions share.</summary>
public abstract class Convolution : nn.Module<Tensor, Tensor>
{
    private protected Convolution(string name, ConvolutionShape shape, bool transposed, bool bias, Device? device, ScalarType? dtype)
        : base(name)
    {
        Shape = shape;
        long[] size = transposed
            ? [shape.InChannels, shape.OutChannels / shape.Groups, .. shape.Kernel]
            : [shape.OutChannels, shape.InChannels / shape.Groups, .. shape.Kernel];
        weight = new Parameter(empty(size, dtype, device));
        nn.init.kaiming_uniform_(weight, Math.Sqrt(5));
        if (bias)
        {
            this.bias = new Parameter(empty([shape.OutChannels], dtype, device));
            var bound = 1 / Math.Sqrt(nn.init.CalculateFanInAndFanOut(weight).fanIn);
            nn.init.uniform_(this.bias, -bound, bound);
        }
        register_parameter(nameof(weight), weight);
        register_parameter(nameof(bias), this.bias);
    }

    /// <summary>[out, in / groups, kh, kw], of a transposed one [in, out / groups, kh, kw].</summary>
    public Parameter weight { get; }

    /// <summary>[out], or null.</summary>
    public Parameter? bias { get; }

    /// <summary>Channels of the input.</summary>
    public long in_channels => Shape.InChannels;

    /// <summary>Channels of the output.</summary>
    public long out_channels => Shape.OutChannels;

    /// <summary>Height and width of the kernel.</summary>
    public long[] kernel_size => Shape.Kernel;

    /// <summary>Vertical and horizontal step.</summary>
    public long[] stride => Shape.Stride;

    /// <summary>Height and width of the border.</summary>
    public long[]? padding => Shape.Padding;

    /// <summary>Distance of the kernel's elements.</summary>
    public long[] dilation => Shape.Dilation;

    /// <summary>Groups of channels that do not mix.</summary>
    public long groups => Shape.Groups;

    private protected ConvolutionShape Shape { get; }
}
