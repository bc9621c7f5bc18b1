using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The input.</summary>
public sealed class Identity : nn.Module<Tensor, Tensor>
{
    internal Identity()
        : base(nameof(Identity))
    {
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => input.Same();
}
