using Tao.Graph;
using Tao.Onnx.Checking;
using Tao.Onnx.Protos;

namespace Tao.Onnx.Quantization;

/// <summary>
/// Derives, from a signed symmetric Q/DQ file (the form TensorRT takes), the form that ONNX Runtime fuses into 8-bit kernels on x86, where
/// activations must be unsigned. Tensors that are never negative get all 256 levels, scale range / 255 and zero point 0, so that the ReLU
/// before them vanishes into the rounding; the others keep their grid, moved by a zero point of 128.
/// <para>
/// ONNX Runtime with optimisations runs the signed file itself slower than the float one and, on x86 without VNNI, wrongly (saturated
/// products: 1 dB SQNR on MobileNetV2 where 14 dB are right). To check a signed file, run it with <c>ORT_DISABLE_ALL</c>.
/// </para>
/// </summary>
public static class OnnxU8Rewriter
{
    public static OnnxModel Rewrite(OnnxModel s8) => Rewrite(s8, new U8RewriteOptions());

    /// <summary>Throws <see cref="OnnxException"/> when the model has no signed symmetric QuantizeLinear.</summary>
    public static OnnxModel Rewrite(OnnxModel s8, U8RewriteOptions options)
    {
        var model = new OnnxModel(s8.Proto.Clone());
        var graph = new QdqGraph(model.Proto.Graph);
        if (graph.Quantizers.Count == 0)
            throw new OnnxException("The model has no QuantizeLinear: export it with fake quantisation first.");
        if (options.FloatStem)
        {
            FloatStem.Apply(model.Proto.Graph);
            graph = new QdqGraph(model.Proto.Graph);
        }
        RewriteActivations(graph);
        if (options.AvoidSaturation)
            AvoidSaturation(graph);
        QuantizeGemmBiases(graph);
        graph.RemoveUnusedInitializers();
        OnnxChecker.Verify(model);
        return model;
    }

    private static void RewriteActivations(QdqGraph graph)
    {
        var bounds = new ValueBounds(graph.Proto);
        // Nodes that share a scale (before and after max pooling) must go on sharing it, or the pooling would not fuse.
        foreach (var group in graph.Quantizers.GroupBy(node => node.Input[1], StringComparer.Ordinal).ToList())
        {
            var range = graph.Symmetric(group.First()) * KernelQuantizer.Limit;
            var nonNegative = group.All(node => bounds.IsNonNegative(node.Input[0]));
            // Above a clip's limit there is nothing to represent, and only a range inside it lets the clip vanish.
            var bound = group.Max(node => bounds.UpperBound(node.Input[0]));
            var scale = nonNegative ? MathF.Min(range, bound) / byte.MaxValue : range / KernelQuantizer.Limit;
            var scaleName = graph.Add(TensorProtos.Scalar($"{group.Key}_u8", scale));
            var zeroName = graph.Add(TensorProtos.Scalar($"{group.Key}_u8_zero_point", (byte)(nonNegative ? 0 : 128)));
            foreach (var node in group.SelectMany(quantizer => graph.DequantizersOf(quantizer).Prepend(quantizer)))
                (node.Input[1], node.Input[2]) = (scaleName, zeroName);
        }
    }

    private static void AvoidSaturation(QdqGraph graph)
    {
        foreach (var dequantizer in graph.KernelDequantizers.Where(graph.MultipliesPairs))
        {
            var values = graph.Initializer(dequantizer.Input[0]);
            var scales = graph.Initializer(dequantizer.Input[1]);
            var kernel = new QuantizedKernel(new TensorShape([.. values.Dims]), TensorProtos.Read<sbyte>(values), TensorProtos.Read<float>(scales));
            if (kernel.Scales.Length != kernel.Shape[0])
                continue;
            var safe = PairSaturation.Avoid(kernel);
            TensorProtos.Replace<sbyte>(values, safe.Values);
            TensorProtos.Replace<float>(scales, safe.Scales);
        }
    }

    /// <summary>
    /// ONNX Runtime turns a Gemm into its 8-bit form only when the bias is 32-bit too (a convolution's it converts itself); the output
    /// stays float. Its scale is the product of the input's and the kernel's, so nothing but the last bits is lost.
    /// </summary>
    private static void QuantizeGemmBiases(QdqGraph graph)
    {
        foreach (var gemm in graph.Proto.Node.Where(node => node.OpType == "Gemm" && node.Input.Count == 3).ToList())
        {
            var (input, kernel) = (graph.ProducerOf("DequantizeLinear", gemm.Input[0]), graph.ProducerOf("DequantizeLinear", gemm.Input[1]));
            if (input is null || kernel is null || graph.FindInitializer(gemm.Input[2]) is not { } bias)
                continue;
            var inputScale = TensorProtos.Read<float>(graph.Initializer(input.Input[1]))[0];
            var scales = Array.ConvertAll(TensorProtos.Read<float>(graph.Initializer(kernel.Input[1])), scale => scale * inputScale);
            var values = TensorProtos.Read<float>(bias);
            if (scales.Length == values.Length)
                QuantizeBias(graph, gemm, values, scales);
        }
    }

    private static void QuantizeBias(QdqGraph graph, NodeProto gemm, float[] values, float[] scales)
    {
        var rounded = values.Zip(scales, (value, scale) => (int)Math.Clamp(Math.Round(value / (double)scale), int.MinValue, int.MaxValue)).ToArray();
        // The bias belongs to this node's scales, so its names carry the node's name even where nodes share parameters.
        var name = $"{gemm.Name}/bias";
        string[] inputs =
        [
            graph.Add(TensorProtos.Create<int>($"{name}_quantized", [rounded.Length], rounded)),
            graph.Add(TensorProtos.Create<float>($"{name}_scale", [scales.Length], scales)),
            graph.Add(TensorProtos.Create<int>($"{name}_zero_point", [scales.Length], new int[scales.Length])),
        ];
        graph.InsertBefore(gemm, Nodes.Create($"{name}_dequantized", "DequantizeLinear", inputs, $"{name}_dequantized").With("axis", 0));
        gemm.Input[2] = $"{name}_dequantized";
    }
}
