using Tao.Graph;
using Tao.Graph.Ops;

namespace Tao.Onnx.Tests;

/// <summary>Small networks with every pattern that 8-bit export must handle: first convolution, max pooling, residual sum, ReLU6, linear.</summary>
internal static class Networks
{
    internal const int Size = 32;

    internal static NetworkGraph Residual(bool quantized, int channels = 16)
    {
        var builder = new GraphBuilder("residual");
        var net = new Net(builder, quantized);
        var x = net.Rounded(builder.Input("input_1", TensorType.Image(3, Size, Size)));
        var stem = net.Rounded(builder.Add("stem_relu", new Relu(), net.Conv("stem", x, channels, 7, 2)));
        var pooled = builder.Add("pool", new MaxPool2d(3, 2, Padding.All(1)), stem);
        pooled = net.RoundedAs(pooled, "stem_relu");
        var inner = net.Rounded(builder.Add("inner_relu", new Relu6(), net.Conv("inner", pooled, channels, 3, 1)));
        var outer = net.Rounded(net.Conv("outer", inner, channels, 3, 1));
        var sum = net.Rounded(builder.Add("sum_relu", new Relu(), builder.Add("sum", new Add(), outer, pooled)));
        var mean = net.Rounded(builder.Add("mean", new GlobalAveragePool(), sum));
        var flat = net.RoundedAs(builder.Add("flat", new Flatten(), mean), "mean");
        builder.Add("logits", new Linear(5) { QuantizedKernel = quantized }, flat);
        return builder.Build("logits");
    }

    /// <summary>The residual network with random weights and ranges that were measured on the given inputs.</summary>
    internal static Model Calibrated(bool quantized, float[] input, long batch)
    {
        var plain = Residual(quantized: false);
        var weights = Scaled(Samples.WeightsFor(plain));
        if (!quantized)
            return new Model(plain, weights);
        var graph = Residual(quantized: true);
        foreach (var (name, _, node) in graph.Parameters().Where(parameter => parameter.Spec.Role == ParameterRole.QuantizationRange))
        {
            var value = node.ParameterScope[..^"_rounded".Length];
            weights = weights.With(name, new WeightTensor(new TensorShape(1), new[] { LargestMagnitude(plain, weights, value, input, batch) }));
        }
        return new Model(graph, weights);
    }

    private static float LargestMagnitude(NetworkGraph graph, Weights weights, string value, float[] input, long batch)
    {
        if (value == "input_1")
            return input.Max(MathF.Abs);
        var model = new Model(graph.With(graph.Nodes, [value]), weights);
        return OrtRunner.Run(OnnxExporter.Export(model, new OnnxExportOptions()), input, [batch, 3, Size, Size]).Data.Max(MathF.Abs);
    }

    private static Weights Scaled(Weights weights) => Weights.From(weights.Values.Select(pair =>
    {
        var scale = 1.5f / MathF.Sqrt(pair.Value.Shape.Rank > 1 ? pair.Value.Shape.ElementCount / pair.Value.Shape[0] : 4);
        return KeyValuePair.Create(pair.Key, pair.Value with { Data = Array.ConvertAll(pair.Value.Data.ToArray(), value => value * scale) });
    }));

    private sealed class Net(GraphBuilder builder, bool quantized)
    {
        internal string Conv(string name, string input, int channels, int kernel, int stride) =>
            builder.Add(name, new Conv2d(channels, kernel, kernel, stride, Padding.Same(kernel)) { QuantizedKernel = quantized }, input);

        internal string Rounded(string value) => quantized ? builder.Add(value + "_rounded", new FakeQuant(), value) : value;

        internal string RoundedAs(string value, string other) =>
            quantized ? builder.Add(new Node(value + "_rounded", new FakeQuant(), [value]) { ParameterScope = other + "_rounded" }) : value;
    }
}
