namespace Tao.Onnx.Lowerings;

internal sealed class ChannelSlice : Lowering<Graph.Ops.ChannelSlice>
{
    protected override void Lower(Graph.Ops.ChannelSlice op, LoweringContext context) => context.Emit(
        "Slice",
        context.Input,
        context.Constant<long>("starts", [1], [op.Start]),
        context.Constant<long>("ends", [1], [op.Start + op.Count]),
        context.Constant<long>("axes", [1], [1]));
}
