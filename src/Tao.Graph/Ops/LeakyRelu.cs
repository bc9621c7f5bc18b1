namespace Tao.Graph.Ops;

/// <summary>x for x ≥ 0, otherwise <paramref name="Slope"/>·x.</summary>
public sealed record LeakyRelu(double Slope) : ElementwiseOp
{
    public override QuantizationPolicy Quantization => QuantizationPolicy.Quantized;
}
