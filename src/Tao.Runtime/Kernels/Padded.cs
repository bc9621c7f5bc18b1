using Padding = Tao.Graph.Padding;
using TorchSharp;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Tao.Runtime.Kernels;

/// <summary>Torch's convolutions and pools pad both sides alike; other paddings become an explicit pad before them.</summary>
internal static class Padded
{
    /// <returns>The input to use (owned by the caller when it differs from <paramref name="input"/>) and the symmetric padding to pass on.</returns>
    /// <param name="fill">What an explicit pad holds: zeros, or −∞ under a maximum.</param>
    public static (Tensor Input, long[] Symmetric) Prepare(Tensor input, Padding padding, double fill = 0)
    {
        if (IsSymmetric(padding))
            return (input, [padding.Top, padding.Left]);
        return (Pad(input, padding, fill), [0, 0]);
    }

    public static bool IsSymmetric(Padding padding) => padding.Top == padding.Bottom && padding.Left == padding.Right;

    public static Tensor Pad(Tensor input, Padding padding, double value) =>
        F.pad(input, [padding.Left, padding.Right, padding.Top, padding.Bottom], PaddingModes.Constant, value);

    public static Tensor Convolve(Tensor input, (Tensor Weight, Tensor? Bias) kernel, int stride, Padding padding, int dilation, long groups)
    {
        var (padded, symmetric) = Prepare(input, padding);
        var output = F.conv2d(padded, kernel.Weight, kernel.Bias, [stride, stride], symmetric, [dilation, dilation], groups);
        Release(padded, input);
        return output;
    }

    public static void Release(Tensor padded, Tensor input)
    {
        if (!ReferenceEquals(padded, input))
            padded.Dispose();
    }
}
