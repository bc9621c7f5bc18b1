using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>min(max(x, 0), 6).</summary>
public sealed class ReLU6 : nn.Module<Tensor, Tensor>
{
    private readonly bool _inplace;

    internal ReLU6(bool inplace)
        : base(nameof(ReLU6))
    {
        _inplace = inplace;
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => nn.functional.relu6(input, _inplace);
}
