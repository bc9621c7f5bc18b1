namespace TorchSharp.Modules;

/// <summary>The numbers of a convolution; arrays are (height, width). A null padding stands for "same".</summary>
internal sealed record ConvolutionShape(long InChannels, long OutChannels, long[] Kernel, long[] Stride, long[]? Padding, long[] Dilation, long Groups)
{
    internal PaddingModes PaddingMode { get; init; } = PaddingModes.Zeros;

    internal long[] OutputPadding { get; init; } = [0, 0];
}
