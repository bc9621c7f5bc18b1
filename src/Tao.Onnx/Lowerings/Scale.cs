namespace Tao.Onnx.Lowerings;

internal sealed class Scale : Lowering<Graph.Ops.Scale>
{
    protected override void Lower(Graph.Ops.Scale op, LoweringContext context)
    {
        // The channel is axis 1: (C, 1, 1) lines up with (N, C, H, W), and (C) with (N, C).
        long[] shape = [op.Factor.Length, .. Enumerable.Repeat(1L, context.InputTypes[0].Shape.Rank - 2)];
        var factor = context.Constant("factor", shape, op.Factor.AsSpan());
        var offset = context.Constant("offset", shape, op.Offset.AsSpan());
        context.Emit("Add", context.EmitPart("scaled", "Mul", context.Input, factor), offset);
    }
}
