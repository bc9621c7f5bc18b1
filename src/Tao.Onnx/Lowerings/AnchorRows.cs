namespace Tao.Onnx.Lowerings;

internal sealed class AnchorRows : Lowering<Graph.Ops.AnchorRows>
{
    /// <summary>In ONNX a size of 0 keeps the input's, here the batch.</summary>
    protected override void Lower(Graph.Ops.AnchorRows op, LoweringContext context)
    {
        var pixels = context.PartName("pixels");
        context.Writer.Node(Nodes.Create(pixels, "Transpose", [context.Input], pixels).With("perm", [0, 2, 3, 1]));
        context.Emit("Reshape", pixels, context.Constant<long>("shape", [3], [0, -1, op.Width]));
    }
}
