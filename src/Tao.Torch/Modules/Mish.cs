using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>x * tanh(softplus(x)).</summary>
public sealed class Mish : nn.Module<Tensor, Tensor>
{
    internal Mish()
        : base(nameof(Mish))
    {
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => nn.functional.mish(input);
}
