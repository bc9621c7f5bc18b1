using Tao.Graph;
using Tao.Graph.Ops;
using static Tao.Onnx.Tests.Reference;

namespace Tao.Onnx.Tests.Lowerings;

/// <summary>Each op, lowered and run in ONNX Runtime, equals its plain definition.</summary>
public class LoweringTests
{
    private const int N = 2;
    private const int C = 4;
    private const int H = 7;
    private const int W = 6;

    private static readonly Image _input = new(N, C, H, W, Samples.Values(N * C * H * W, seed: 3, amplitude: 8));

    public static TheoryData<string> OpNames => [.. OpCatalog.All.Select(type => type.Name)];

    [Theory]
    [MemberData(nameof(OpNames))]
    public void An_op_in_OnnxRuntime_equals_its_definition(string opName)
    {
        var cases = Cases().Where(item => item.Op.Name == opName).ToList();
        Assert.NotEmpty(cases);
        Assert.All(cases, Check);
    }

    private static void Check(Case item)
    {
        var builder = new GraphBuilder("op");
        var x = builder.Input("input_1", TensorType.Image(C, H, W));
        if (item.Op is Linear)
            x = builder.Add("flat", new Flatten(), x);
        if (item.Op.Arity == 1)
            builder.Add("y", item.Op, x);
        else
            builder.Add("y", item.Op, x, builder.Add("other", new Tanh(), x));
        var graph = builder.Build("y");
        var model = Samples.ModelOf(graph);

        var (data, shape) = OrtRunner.Run(OnnxExporter.Export(model, new OnnxExportOptions()), _input.Data, [N, C, H, W]);

        var expected = item.Expected(model.Weights);
        Assert.Equal(graph.TypeOf("y").Shape.With(0, N).Sizes, shape);
        Assert.Equal(expected.Length, data.Length);
        for (var index = 0; index < data.Length; index++)
            Assert.Equal(expected[index], data[index], 2e-5f * MathF.Max(1, MathF.Abs(expected[index])));
    }

    private static IEnumerable<Case> Cases() => [.. KernelCases(), .. PoolCases(), .. ActivationCases(), .. OtherCases()];

    private static IEnumerable<Case> KernelCases()
    {
        var settings = new[] { (1, Padding.Same(3), 1, true), (2, new Padding(0, 1, 2, 1), 1, false), (1, Padding.Same(5), 2, true) };
        foreach (var (stride, padding, dilation, bias) in settings)
        {
            var conv = new Graph.Ops.Conv2d(5, 3, 2, stride, padding, dilation, bias);
            yield return new(conv, weights => Convolve(
                _input, new(5, C, 3, 2, Floats(weights, "y.weight")), Bias(weights, bias), stride, padding, dilation, false).Data);
            if (dilation > 1)
                continue;
            var depthwise = new DepthwiseConv2d(3, 3, stride, padding, bias);
            yield return new(depthwise, weights => Convolve(
                _input, new(C, 1, 3, 3, Floats(weights, "y.weight")), Bias(weights, bias), stride, padding, 1, true).Data);
        }
        yield return new(new Graph.Ops.ConvTranspose2d(3, 2, 2), weights => Deconvolve(_input, Floats(weights, "y.weight")));
        foreach (var bias in new[] { true, false })
        {
            var flat = new Image(N, C * H * W, 1, 1, _input.Data);
            yield return new(new Linear(3, bias), weights => Convolve(
                flat, new(3, flat.C, 1, 1, Floats(weights, "y.weight")), Bias(weights, bias), 1, Padding.None, 1, false).Data);
        }
    }

    /// <summary>Three 2 × 2 patches of every pixel, which do not overlap.</summary>
    private static float[] Deconvolve(Image x, float[] kernel)
    {
        var result = new float[N * 3 * 4 * H * W];
        for (var at = 0; at < result.Length; at++)
        {
            var (column, row, output, sample) = (at % (2 * W), at / (2 * W) % (2 * H), at / (4 * H * W) % 3, at / (12 * H * W));
            result[at] = (float)Enumerable.Range(0, C).Sum(c =>
                (double)x.Data[(((((sample * C) + c) * H) + (row / 2)) * W) + (column / 2)] * kernel[(((output * C) + c) * 4) + (row % 2 * 2) + (column % 2)]);
        }
        return result;
    }

    private static IEnumerable<Case> PoolCases()
    {
        var padding = Padding.All(1);
        Image Halved() => Slide(_input, C, (3, 3), 2, padding);
        yield return new(new MaxPool2d(3, 2, padding), _ => Pool(_input, Halved(), 3, 2, padding, (seen, _) => seen.Max()).Data);
        // 7 × 6 under a 3 × 3 window in steps of 2, rounded up: 3 × 3, the last column partly outside.
        yield return new(new MaxPool2d(3, 2, CeilMode: true), _ => Pool(_input, new(N, C, 3, 3), 3, 2, Padding.None, (seen, _) => seen.Max()).Data);
        yield return new(new AveragePool2d(3, 2, padding), _ => Pool(_input, Halved(), 3, 2, padding, (seen, size) => seen.Sum() / size).Data);
        yield return new(
            new AveragePool2d(3, 2, padding, CountIncludePad: false),
            _ => Pool(_input, Halved(), 3, 2, padding, (seen, _) => seen.Average()).Data);
        yield return new(new GlobalAveragePool(), _ => [.. _input.Data.Chunk(H * W).Select(plane => plane.Average())]);
    }

    private static IEnumerable<Case> ActivationCases() =>
    [
        Each(new Relu(), x => Math.Max(x, 0)),
        Each(new Relu6(), x => Math.Clamp(x, 0, 6)),
        Each(new LeakyRelu(0.1), x => x < 0 ? 0.1 * x : x),
        Each(new Sigmoid(), Sigmoid),
        Each(new Silu(), x => x * Sigmoid(x)),
        Each(new Mish(), x => x * Math.Tanh(Math.Log(1 + Math.Exp(x)))),
        Each(new Tanh(), Math.Tanh),
        Each(new Dropout(0.5), x => x),
        Each(new StochasticDepth(0.5), x => x),
        new(new ChannelSlice(1, 2), _ => [.. _input.Data.Chunk(C * H * W).SelectMany(sample => sample[(H * W)..(3 * H * W)])]),
        new(new Softmax(), _ => PerPixel((values, c) => Math.Exp(values[c]) / values.Sum(Math.Exp))),
    ];

    private static IEnumerable<Case> OtherCases() =>
    [
        Each(new Add(), x => x + Math.Tanh(x)),
        Each(new Multiply(), x => x * Math.Tanh(x)),
        new(new Concat(), _ => [.. _input.Data.Chunk(C * H * W).SelectMany(sample => sample.Concat(sample.Select(MathF.Tanh)))]),
        new(new Flatten(), _ => _input.Data),
        new(new AnchorRows(2), _ => [.. _input.Data.Chunk(C * H * W).SelectMany(sample => Enumerable.Range(0, H * W).SelectMany(pixel => Enumerable.Range(0, C).Select(c => sample[(c * H * W) + pixel])))]),
        new(new UpsampleNearest(2) { CutRows = 1, CutColumns = 1 }, _ => [.. _input.Data.Chunk(H * W).SelectMany(plane =>
            Enumerable.Range(0, (2 * H) - 1).SelectMany(y => Enumerable.Range(0, (2 * W) - 1).Select(x => plane[(y / 2 * W) + (x / 2)])))]),
        new(new UpsampleNearest(2), _ => [.. _input.Data.Chunk(W).SelectMany(row => Enumerable.Repeat(row.SelectMany(x => new[] { x, x }), 2).SelectMany(wide => wide))]),
        new(new ZeroPad2d(new Padding(1, 0, 2, 3)), _ => ZeroPadded(1, 0, 2, 3)),
        new(new Scale([1, 2, 3, 4], [0, -1, 0.5f, 7]), _ => PerChannel((x, c) => (x * (c + 1)) + new[] { 0, -1, 0.5f, 7 }[c])),
        new(new BatchNorm(1e-3, 0.9), Normalized),
        new(new FakeQuant(), weights => PerChannel((x, _) => FakeQuantized(x, Floats(weights, "y.range")[0]))),
        new(new FakeQuant(PerChannel: true), weights => PerChannel((x, c) => FakeQuantized(x, Floats(weights, "y.range")[c]))),
    ];

    private static float[] Normalized(Weights weights)
    {
        var (mean, variance) = (Floats(weights, "y.running_mean"), Floats(weights, "y.running_var"));
        var (gamma, beta) = (Floats(weights, "y.weight"), Floats(weights, "y.bias"));
        return PerChannel((x, c) => ((x - mean[c]) / Math.Sqrt(variance[c] + 1e-3) * gamma[c]) + beta[c]);
    }

    private static double FakeQuantized(double x, float range)
    {
        var scale = range / 127;
        return Math.Clamp(MathF.Round((float)x / scale, MidpointRounding.ToEven), -128, 127) * scale;
    }

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

    private static Case Each(OpDefinition op, Func<double, double> function) => new(op, _ => Array.ConvertAll(_input.Data, x => (float)function(x)));

    private static float[] PerChannel(Func<double, int, double> function) => PerPixel((values, c) => function(values[c], c));

    private static float[] PerPixel(Func<double[], int, double> function)
    {
        var output = new Image(N, C, H, W);
        double[] Pixel(int n, int y, int x) => [.. Enumerable.Range(0, C).Select(c => (double)_input[n, c, y, x])];
        Reference.Each(output, (n, c, y, x) => output[n, c, y, x] = (float)function(Pixel(n, y, x), c));
        return output.Data;
    }

    private static float[] ZeroPadded(int top, int left, int bottom, int right)
    {
        var output = new Image(N, C, H + top + bottom, W + left + right);
        Reference.Each(_input, (n, c, y, x) => output[n, c, y + top, x + left] = _input[n, c, y, x]);
        return output.Data;
    }

    private static float[] Floats(Weights weights, string name) => weights[name].Data.ToArray();

    private static float[]? Bias(Weights weights, bool bias) => bias ? Floats(weights, "y.bias") : null;

    private sealed record Case(OpDefinition Op, Func<Weights, float[]> Expected);
}
