using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>max(x, 0).</summary>
public sealed class ReLU : nn.Module<Tensor, Tensor>
{
    private readonly bool _inplace;

    internal ReLU(bool inplace)
        : base(nameof(ReLU))
    {
        _inplace = inplace;
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => nn.functional.relu(input, _inplace);
}
