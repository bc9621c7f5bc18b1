namespace Tao.Onnx.Lowerings;

/// <summary>Nothing at inference.</summary>
internal sealed class StochasticDepth : Lowering<Graph.Ops.StochasticDepth>
{
    protected override void Lower(Graph.Ops.StochasticDepth op, LoweringContext context) => context.Emit("Identity", context.Input);
}
