namespace Tao.Graph.Ops;

/// <summary>max(x, 0).</summary>
public sealed record Relu : ElementwiseOp
{
    public override QuantizationPolicy Quantization => QuantizationPolicy.FusesIntoProducer;
}
