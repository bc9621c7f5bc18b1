using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Normalises over the last dimensions.</summary>
public sealed class LayerNorm : nn.Module<Tensor, Tensor>
{
    private readonly long[] _shape;
    private readonly double _eps;

    internal LayerNorm(long[] shape, double eps, bool affine, bool hasBias, Device? device, ScalarType? dtype)
        : base(nameof(LayerNorm))
    {
        (_shape, _eps) = (shape, eps);
        if (!affine) return;
        weight = new Parameter(ones(shape, dtype, device));
        if (hasBias) bias = new Parameter(zeros(shape, dtype, device));
        register_parameter(nameof(weight), weight);
        register_parameter(nameof(bias), bias);
    }

    /// <summary>Scale, or null.</summary>
    public Parameter? weight { get; }

    /// <summary>Offset, or null.</summary>
    public Parameter? bias { get; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => nn.functional.layer_norm(input, _shape, weight, bias, _eps);
}
