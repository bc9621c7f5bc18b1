using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>[N, C r^2, H, W] as [N, C, H r, W r].</summary>
public sealed class PixelShuffle : nn.Module<Tensor, Tensor>
{
    private readonly long _upscaleFactor;

    internal PixelShuffle(long upscaleFactor)
        : base(nameof(PixelShuffle))
    {
        _upscaleFactor = upscaleFactor;
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => nn.functional.pixel_shuffle(input, _upscaleFactor);
}
