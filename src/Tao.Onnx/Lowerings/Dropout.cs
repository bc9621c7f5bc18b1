namespace Tao.Onnx.Lowerings;

/// <summary>Nothing at inference.</summary>
internal sealed class Dropout : Lowering<Graph.Ops.Dropout>
{
    protected override void Lower(Graph.Ops.Dropout op, LoweringContext context) => context.Emit("Identity", context.Input);
}
