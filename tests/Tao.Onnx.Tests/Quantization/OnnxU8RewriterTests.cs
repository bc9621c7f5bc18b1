using Microsoft.ML.OnnxRuntime;
using Tao.Graph;
using Tao.Graph.Ops;
using Tao.Onnx.Calibration;
using Tao.Onnx.Quantization;

namespace Tao.Onnx.Tests.Quantization;

public class OnnxU8RewriterTests
{
    private const int Batch = 8;

    private static readonly float[] _input = Samples.Values(Batch * 3 * Networks.Size * Networks.Size, seed: 5, amplitude: 2);
    private static readonly long[] _shape = [Batch, 3, Networks.Size, Networks.Size];
    private static readonly U8RewriteOptions _exactWeights = new() { AvoidSaturation = false, FloatStem = false };

    private static readonly Lazy<OnnxModel> _float = new(() => OnnxExporter.Export(Networks.Residual(), new OnnxExportOptions()));
    private static readonly Lazy<OnnxModel> _s8 = new(() => OnnxExporter.Export(Networks.ResidualInEightBits(_input), new OnnxExportOptions()));

    [Fact]
    public void OnnxRuntime_fuses_every_op_of_the_rewritten_file()
    {
        var nodes = OrtRunner.OptimizedNodes(OnnxU8Rewriter.Rewrite(_s8.Value));

        Assert.Equal(3, nodes["QLinearConv"]);
        Assert.Equal(1, nodes["QLinearAdd"]);
        Assert.Equal(1, nodes["QGemm"]);
        Assert.Equal(1, nodes["QLinearGlobalAveragePool"]);
        Assert.Equal(1, nodes["QuantizeLinear"]);
        Assert.All(["Conv", "FusedConv", "Relu", "Clip", "Add", "Gemm", "DequantizeLinear"], name => Assert.DoesNotContain(name, nodes.Keys));
    }

    /// <summary>3 · 3 · 3 products stay in float, 5 · 5 · 3 do not.</summary>
    [Theory]
    [InlineData(3, 1, 1)]
    [InlineData(5, 0, 2)]
    public void A_small_convolution_of_the_image_stays_in_float(int kernel, int inFloat, int inEightBits)
    {
        var builder = new GraphBuilder("small");
        var x = builder.Add("x_quant", new FakeQuant(), builder.Input("input_1", TensorType.Image(3, 8, 8)));
        x = builder.Add("stem", new Conv2d(16, kernel, kernel, 1, Padding.Same(kernel)) { QuantizedKernel = true }, x);
        x = builder.Add("stem_quant", new FakeQuant(), builder.Add("relu", new Relu(), x));
        x = builder.Add("last", new Conv2d(16, 3, 3, 1, Padding.Same(3)) { QuantizedKernel = true }, x);
        var graph = builder.Build(builder.Add("last_quant", new FakeQuant(), x));
        var weights = Samples.WeightsFor(graph);
        foreach (var (range, value) in (ReadOnlySpan<(string, float)>)[("x_quant", 1), ("stem_quant", 4), ("last_quant", 6)])
            weights = weights.With($"{range}.range", new WeightTensor(new TensorShape(1), new[] { value }));
        var s8 = OnnxExporter.Export(new Model(graph, weights), new OnnxExportOptions());

        var nodes = OrtRunner.OptimizedNodes(OnnxU8Rewriter.Rewrite(s8));

        Assert.Equal(inFloat, nodes.Where(node => node.Key is "Conv" or "FusedConv").Sum(node => node.Value));
        Assert.Equal(inEightBits, nodes.GetValueOrDefault("QLinearConv"));
        Assert.Equal(1, nodes["QuantizeLinear"]);
        var input = Samples.Values(3 * 8 * 8, seed: 9);
        var expected = OrtRunner.Run(s8, input, [1, 3, 8, 8], GraphOptimizationLevel.ORT_DISABLE_ALL).Data;
        Assert.True(Sqnr(expected, OrtRunner.Run(OnnxU8Rewriter.Rewrite(s8), input, [1, 3, 8, 8]).Data) > 22);
    }

    [Fact]
    public void Both_files_follow_the_float_network()
    {
        var expected = OrtRunner.Run(_float.Value, _input, _shape).Data;
        Assert.True(Sqnr(expected, OrtRunner.Run(_s8.Value, _input, _shape, GraphOptimizationLevel.ORT_DISABLE_ALL).Data) > 22);
        Assert.True(Sqnr(expected, OrtRunner.Run(OnnxU8Rewriter.Rewrite(_s8.Value), _input, _shape).Data) > 22);
    }

    [Fact]
    public void Without_activations_that_gain_a_finer_grid_the_rewrite_equals_the_original_to_one_step()
    {
        // A signed output keeps its grid, so both files give the same numbers but for halves rounded differently.
        var builder = new GraphBuilder("signed");
        var x = builder.Add("x_rounded", new FakeQuant(), builder.Input("input_1", TensorType.Image(3, 8, 8)));
        var conv = builder.Add("conv", new Conv2d(6, 3, 3, 1, Padding.Same(3)) { QuantizedKernel = true }, x);
        var graph = builder.Build(builder.Add("conv_rounded", new FakeQuant(), conv));
        var weights = Samples.WeightsFor(graph)
            .With("x_rounded.range", new WeightTensor(new TensorShape(1), new[] { 1f }))
            .With("conv_rounded.range", new WeightTensor(new TensorShape(1), new[] { 6f }));
        var s8 = OnnxExporter.Export(new Model(graph, weights), new OnnxExportOptions());
        var input = Samples.Values(3 * 8 * 8, seed: 9);

        var expected = OrtRunner.Run(s8, input, [1, 3, 8, 8], GraphOptimizationLevel.ORT_DISABLE_ALL).Data;
        var actual = OrtRunner.Run(OnnxU8Rewriter.Rewrite(s8, _exactWeights), input, [1, 3, 8, 8], GraphOptimizationLevel.ORT_DISABLE_ALL).Data;

        Assert.Contains(actual, value => MathF.Abs(value) > 1);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1.01f * 6 / 127));
    }

    [Fact]
    public void Post_relu_tensors_get_all_256_levels_and_signed_ones_keep_their_grid()
    {
        var u8 = OnnxU8Rewriter.Rewrite(_s8.Value);
        var original = new QdqGraph(_s8.Value.Proto.Graph);
        var rewritten = new QdqGraph(u8.Proto.Graph);
        float Scale(QdqGraph graph, string name) => TensorProtos.Read<float>(graph.Initializer(graph.Producer($"{name}/quantized")!.Input[1]))[0];
        byte Zero(string name) => TensorProtos.Read<byte>(rewritten.Initializer(rewritten.Producer($"{name}/quantized")!.Input[2]))[0];

        Assert.Equal(Scale(original, "stem_relu_quant") * 127 / 255, Scale(rewritten, "stem_relu_quant"), 1e-6f);
        Assert.Equal(0, Zero("stem_relu_quant"));
        Assert.Equal(Scale(rewritten, "stem_relu_quant"), Scale(rewritten, "pool_quant"));
        Assert.Equal(Scale(original, "outer_quant"), Scale(rewritten, "outer_quant"));
        Assert.Equal(128, Zero("outer_quant"));
        Assert.True(Scale(rewritten, "inner_relu_quant") <= 6f / 255);
        Assert.DoesNotContain(u8.Proto.Graph.Initializer, tensor => tensor.Name == "stem_relu_quant.scale");
    }

    [Fact]
    public void The_original_is_left_alone_and_a_float_file_is_refused()
    {
        var before = _s8.Value.ToBytes();
        OnnxU8Rewriter.Rewrite(_s8.Value);
        Assert.Equal(before, _s8.Value.ToBytes());
        Assert.Throws<OnnxException>(() => OnnxU8Rewriter.Rewrite(_float.Value));
        Assert.Throws<OnnxException>(() => OnnxU8Rewriter.Rewrite(OnnxU8Rewriter.Rewrite(_s8.Value)));
    }

    private static double Sqnr(float[] expected, float[] actual)
    {
        var error = new TensorError();
        error.Add(expected, actual);
        return error.SqnrDecibels;
    }
}
