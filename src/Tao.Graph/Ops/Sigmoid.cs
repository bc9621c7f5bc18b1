namespace Tao.Graph.Ops;

/// <summary>1 / (1 + e^−x).</summary>
public sealed record Sigmoid : ElementwiseOp
{
    public override QuantizationPolicy Quantization => QuantizationPolicy.Quantized;
}
