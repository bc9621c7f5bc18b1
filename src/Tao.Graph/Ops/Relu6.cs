namespace Tao.Graph.Ops;

/// <summary>min(max(x, 0), 6).</summary>
public sealed record Relu6 : ElementwiseOp
{
    public override QuantizationPolicy Quantization => QuantizationPolicy.FusesIntoProducer;
}
