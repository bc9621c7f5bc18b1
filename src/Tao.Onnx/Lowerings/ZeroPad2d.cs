namespace Tao.Onnx.Lowerings;

internal sealed class ZeroPad2d : Lowering<Graph.Ops.ZeroPad2d>
{
    protected override void Lower(Graph.Ops.ZeroPad2d op, LoweringContext context)
    {
        var padding = op.Padding;
        var pads = context.Constant<long>("pads", [8], [0, 0, padding.Top, padding.Left, 0, 0, padding.Bottom, padding.Right]);
        context.Emit("Pad", context.Input, pads).With("mode", "constant");
    }
}
