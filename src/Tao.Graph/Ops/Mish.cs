namespace Tao.Graph.Ops;

/// <summary>x · tanh(ln(1 + e^x)) (Misra 2019).</summary>
public sealed record Mish : ElementwiseOp
{
    public override QuantizationPolicy Quantization => QuantizationPolicy.Quantized;
}
