using Tao.Graph;

namespace Tao.Onnx.Lowerings;

/// <summary>ONNX's kernel begins with the input's channels.</summary>
internal sealed class ConvTranspose2d : Lowering<Graph.Ops.ConvTranspose2d>
{
    protected override void Lower(Graph.Ops.ConvTranspose2d op, LoweringContext context)
    {
        var kernel = Transposed(context.Weight("weight"));
        context.Emit("ConvTranspose", context.Input, context.Constant("weight", kernel.Shape.Sizes.AsSpan(), kernel.Data.Span))
            .With("kernel_shape", [op.Kernel, op.Kernel])
            .With("strides", [op.Stride, op.Stride]);
    }

    private static WeightTensor Transposed(WeightTensor kernel)
    {
        var (outputs, inputs) = ((int)kernel.Shape[0], (int)kernel.Shape[1]);
        int area = kernel.Data.Length / (outputs * inputs);
        var values = new float[kernel.Data.Length];
        for (int o = 0; o < outputs; o++)
        {
            for (int i = 0; i < inputs; i++)
                kernel.Data.Span.Slice(((o * inputs) + i) * area, area).CopyTo(values.AsSpan(((i * outputs) + o) * area));
        }
        return new WeightTensor(kernel.Shape.With(0, inputs).With(1, outputs), values);
    }
}
