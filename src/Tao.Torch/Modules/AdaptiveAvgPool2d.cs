using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Means of as many windows as the output has places.</summary>
public sealed class AdaptiveAvgPool2d : nn.Module<Tensor, Tensor>
{
    private readonly long _outputSize;

    internal AdaptiveAvgPool2d(long outputSize)
        : base(nameof(AdaptiveAvgPool2d))
    {
        _outputSize = outputSize;
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => nn.functional.adaptive_avg_pool2d(input, _outputSize);
}
