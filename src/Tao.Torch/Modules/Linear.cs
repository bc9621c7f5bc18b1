using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>x W^T + b.</summary>
public sealed class Linear : nn.Module<Tensor, Tensor>
{
    internal Linear(long inputs, long outputs, bool hasBias, Device? device, ScalarType? dtype)
        : base(nameof(Linear))
    {
        (in_features, out_features) = (inputs, outputs);
        weight = new Parameter(empty([outputs, inputs], dtype, device));
        nn.init.kaiming_uniform_(weight, Math.Sqrt(5));
        if (hasBias)
        {
            bias = new Parameter(empty([outputs], dtype, device));
            var bound = 1 / Math.Sqrt(inputs);
            nn.init.uniform_(bias, -bound, bound);
        }
        register_parameter(nameof(weight), weight);
        register_parameter(nameof(bias), bias);
    }

    /// <summary>[out, in].</summary>
    public Parameter weight { get; }

    /// <summary>[out], or null.</summary>
    public Parameter? bias { get; }

    /// <summary>Length of the input.</summary>
    public long in_features { get; }

    /// <summary>Length of the output.</summary>
    public long out_features { get; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor tensor) => nn.functional.linear(tensor, weight, bias);
}
