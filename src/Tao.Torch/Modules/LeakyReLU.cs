using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>x where positive, else slope * x.</summary>
public sealed class LeakyReLU : nn.Module<Tensor, Tensor>
{
    private readonly double _negativeSlope;
    private readonly bool _inplace;

    internal LeakyReLU(double negativeSlope, bool inplace)
        : base(nameof(LeakyReLU))
    {
        _negativeSlope = negativeSlope;
        _inplace = inplace;
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => nn.functional.leaky_relu(input, _negativeSlope, _inplace);
}
