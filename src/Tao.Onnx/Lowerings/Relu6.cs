namespace Tao.Onnx.Lowerings;

internal sealed class Relu6 : Lowering<Graph.Ops.Relu6>
{
    protected override void Lower(Graph.Ops.Relu6 op, LoweringContext context) =>
        context.Emit("Clip", context.Input, context.Constant<float>("min", [], [0]), context.Constant<float>("max", [], [6]));
}
