using Tao.Graph;

namespace Tao.Onnx.Lowerings;

/// <summary>
/// ONNX's <c>ceil_mode</c> and PyTorch's disagree about windows that start in the padding, so the rounded-up size is written as
/// padding: MaxPool pads with −∞, which never wins.
/// </summary>
internal sealed class MaxPool2d : Lowering<Graph.Ops.MaxPool2d>
{
    protected override void Lower(Graph.Ops.MaxPool2d op, LoweringContext context)
    {
        var (input, output) = (context.InputTypes[0].Shape, op.InferType(context.InputTypes).Shape);
        var padding = op.Padding with
        {
            Bottom = EndPadding(input[2], output[2], op.Padding.Top, op.Padding.Bottom, op),
            Right = EndPadding(input[3], output[3], op.Padding.Left, op.Padding.Right, op),
        };
        context.Emit("MaxPool", context.Input)
            .With("kernel_shape", [op.Kernel, op.Kernel])
            .With("strides", [op.Stride, op.Stride])
            .WithPads(padding);
    }

    private static int EndPadding(long input, long output, int before, int after, Graph.Ops.MaxPool2d op) =>
        (int)Math.Max(after, ((output - 1) * op.Stride) + op.Kernel - input - before);
}
