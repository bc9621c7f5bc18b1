namespace Tao.Onnx.Lowerings;

/// <summary>x · tanh(softplus(x)); ONNX's own Mish comes with operator set 18 only.</summary>
internal sealed class Mish : Lowering<Graph.Ops.Mish>
{
    protected override void Lower(Graph.Ops.Mish op, LoweringContext context)
    {
        var softplus = context.EmitPart("softplus", "Softplus", context.Input);
        var tanh = context.EmitPart("tanh", "Tanh", softplus);
        context.Emit("Mul", context.Input, tanh);
    }
}
