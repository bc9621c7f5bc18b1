using Tao.Onnx.Quantization;

namespace Tao.Onnx.Lowerings;

/// <summary>
/// QuantizeLinear and DequantizeLinear as TensorRT and ONNX Runtime both take them: signed 8 bits, symmetric, the zero point written
/// out although it is 0 (TensorRT 8.6 demands the third input).
/// </summary>
internal static class QuantizeNodes
{
    /// <summary>Writes a kernel's 8-bit values and the node that widens them; returns the widened value's name.</summary>
    internal static string EmitDequantize(GraphWriter writer, string name, QuantizedKernel kernel)
    {
        var channels = kernel.Scales.Length;
        var values = writer.Initializer(TensorProtos.Create<sbyte>($"{name}_quantized", kernel.Shape.Sizes.AsSpan(), kernel.Values));
        var scale = writer.Initializer(TensorProtos.Create<float>($"{name}_scale", [channels], kernel.Scales));
        var zero = writer.Initializer(TensorProtos.Create<sbyte>($"{name}_zero_point", [channels], new sbyte[channels]));
        var output = $"{name}_dequantized";
        writer.SharedNode(Nodes.Create(output, "DequantizeLinear", [values, scale, zero], output).With("axis", 0));
        return output;
    }

    /// <summary>Writes the pair that rounds the context's input to the given scales, one for each index of the axis or one for all.</summary>
    internal static void EmitRoundTrip(LoweringContext context, float[] scales, int axis)
    {
        long[] shape = scales.Length == 1 ? [] : [scales.Length];
        var scale = context.Writer.Initializer(TensorProtos.Create<float>($"{context.Scope}.scale", shape, scales));
        var zero = context.Writer.Initializer(TensorProtos.Create<sbyte>($"{context.Scope}.zero_point", shape, new sbyte[scales.Length]));
        var quantized = context.PartName("quantized");
        var quantize = Nodes.Create(quantized, "QuantizeLinear", [context.Input, scale, zero], quantized);
        var dequantize = Nodes.Create(context.Output, "DequantizeLinear", [quantized, scale, zero], context.Output);
        if (scales.Length > 1)
        {
            quantize.With("axis", axis);
            dequantize.With("axis", axis);
        }
        context.Writer.Node(quantize);
        context.Writer.Node(dequantize);
    }
}
