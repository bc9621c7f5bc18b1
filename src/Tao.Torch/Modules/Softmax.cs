using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>e^x / sum(e^x) along a dimension.</summary>
public sealed class Softmax : nn.Module<Tensor, Tensor>
{
    private readonly long _dim;

    internal Softmax(long dim)
        : base(nameof(Softmax))
    {
        _dim = dim;
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => nn.functional.softmax(input, _dim);
}
