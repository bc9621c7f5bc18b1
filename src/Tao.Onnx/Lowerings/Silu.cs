namespace Tao.Onnx.Lowerings;

/// <summary>x · sigmoid(x): ONNX has no operator for it.</summary>
internal sealed class Silu : Lowering<Graph.Ops.Silu>
{
    protected override void Lower(Graph.Ops.Silu op, LoweringContext context) =>
        context.Emit("Mul", context.Input, context.EmitPart("sigmoid", "Sigmoid", context.Input));
}
