namespace Tao.Graph.Ops;

/// <summary>x · sigmoid(x), also called swish (Ramachandran et al. 2017).</summary>
public sealed record Silu : ElementwiseOp
{
    public override QuantizationPolicy Quantization => QuantizationPolicy.Quantized;
}
