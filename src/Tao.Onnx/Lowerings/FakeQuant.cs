using Tao.Onnx.Quantization;

namespace Tao.Onnx.Lowerings;

/// <summary>QuantizeLinear then DequantizeLinear, which engines that know 8 bits fuse with their neighbours and others run as they stand.</summary>
internal sealed class FakeQuant : Lowering<Graph.Ops.FakeQuant>
{
    protected override void Lower(Graph.Ops.FakeQuant op, LoweringContext context)
    {
        var ranges = context.Weight(Graph.Ops.FakeQuant.RangeName).Data.Span;
        var scales = new float[ranges.Length];
        for (var index = 0; index < ranges.Length; index++)
            scales[index] = SymmetricScale.For(ranges[index]);
        QuantizeNodes.EmitRoundTrip(context, scales, op.Axis);
    }
}
