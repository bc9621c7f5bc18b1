using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>x where positive, else alpha * (e^x - 1).</summary>
public sealed class ELU : nn.Module<Tensor, Tensor>
{
    private readonly double _alpha;
    private readonly bool _inplace;

    internal ELU(double alpha, bool inplace)
        : base(nameof(ELU))
    {
        _alpha = alpha;
        _inplace = inplace;
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => nn.functional.elu(input, _alpha, _inplace);
}
