using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>x * relu6(x + 3) / 6.</summary>
public sealed class Hardswish : nn.Module<Tensor, Tensor>
{
    private readonly bool _inplace;

    internal Hardswish(bool inplace)
        : base(nameof(Hardswish))
    {
        _inplace = inplace;
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => nn.functional.hardswish(input, _inplace);
}
