using Tao.Graph;
using Tao.Graph.Ops;
using Tao.Onnx.Quantization;

namespace Tao.Onnx.Lowerings;

/// <summary>What convolutions and linear layers share: the kernel, rounded to 8 bits or not, and the bias.</summary>
internal static class Kernels
{
    /// <summary>
    /// The kernel's and, if there is one, the bias's value. The bias stays a float: TensorRT takes no other, and ONNX Runtime
    /// rounds a convolution's bias to 32 bits itself.
    /// </summary>
    internal static IEnumerable<string> KernelInputs(this LoweringContext context, IKernelOp op)
    {
        yield return op.QuantizedKernel ? QuantizedKernel(context) : context.Parameter("weight");
        if (op.Bias)
            yield return context.Parameter("bias");
    }

    internal static IEnumerable<string> WithKernel(this LoweringContext context, IKernelOp op) => [context.Input, .. context.KernelInputs(op)];

    /// <summary>An 8-bit initialiser and its DequantizeLinear, one scale per output channel (axis 0 of our kernels).</summary>
    private static string QuantizedKernel(LoweringContext context)
    {
        var kernel = KernelQuantizer.Quantize(context.Weight("weight"));
        var name = $"{context.Scope}.weight";
        return QuantizeNodes.EmitDequantize(context.Writer, name, kernel);
    }
}
