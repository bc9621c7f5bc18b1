namespace Tao.Graph.Ops;

/// <summary>tanh(x).</summary>
public sealed record Tanh : ElementwiseOp
{
    public override QuantizationPolicy Quantization => QuantizationPolicy.Quantized;
}
