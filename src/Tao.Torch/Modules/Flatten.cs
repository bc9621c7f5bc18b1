using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Dimensions start to end as one.</summary>
public sealed class Flatten : nn.Module<Tensor, Tensor>
{
    private readonly long _startDim;
    private readonly long _endDim;

    internal Flatten(long startDim, long endDim)
        : base(nameof(Flatten))
    {
        _startDim = startDim;
        _endDim = endDim;
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => input.flatten(_startDim, _endDim);
}
