using System.Collections.Immutable;
using Tao.Graph;
using Tao.Graph.Ops;
using Tao.Graph.Passes;

namespace Tao.Onnx.Tests;

/// <summary>A small network with every pattern that 8-bit export must handle: first convolution, max pooling, residual sum, ReLU6, linear.</summary>
internal static class Networks
{
    internal const int Size = 32;

    private const int Channels = 16;

    internal static Model Residual()
    {
        var builder = new GraphBuilder("residual");
        string Conv(string name, string input, int kernel, int stride) =>
            builder.Add(name, new Conv2d(Channels, kernel, kernel, stride, Padding.Same(kernel)), input);

        var x = builder.Input("input_1", TensorType.Image(3, Size, Size));
        var stem = builder.Add("stem_relu", new Relu(), Conv("stem", x, 7, 2));
        var pooled = builder.Add("pool", new MaxPool2d(3, 2, Padding.All(1)), stem);
        var inner = builder.Add("inner_relu", new Relu6(), Conv("inner", pooled, 3, 1));
        var sum = builder.Add("sum_relu", new Relu(), builder.Add("sum", new Add(), Conv("outer", inner, 3, 1), pooled));
        var flat = builder.Add("flat", new Flatten(), builder.Add("mean", new GlobalAveragePool(), sum));
        var graph = builder.Build(builder.Add("logits", new Linear(5), flat));
        return new Model(graph, Scaled(Samples.WeightsFor(graph)));
    }

    /// <summary>The residual network in 8 bits, with ranges that were measured on the given images.</summary>
    internal static Model ResidualInEightBits(float[] images)
    {
        var model = Residual();
        var values = QuantizationPlan.For(model.Graph, ImmutableHashSet<string>.Empty).MeasuredValues;
        var ranges = values.ToDictionary(value => value, value => LargestMagnitude(model, value, images));
        return PassRunner.Run(model, new FakeQuantPass(new QuantizationRanges(ranges)));
    }

    private static float LargestMagnitude(Model model, string value, float[] images)
    {
        if (value == "input_1")
            return images.Max(MathF.Abs);
        var upTo = model.Graph.Nodes.TakeWhile(node => node.Name != value).Append(model.Graph.GetNode(value));
        var part = OnnxExporter.Export(model with { Graph = model.Graph.With(upTo, [value]) }, new OnnxExportOptions());
        return OrtRunner.Run(part, images, [images.Length / (3 * Size * Size), 3, Size, Size]).Data.Max(MathF.Abs);
    }

    /// <summary>Keeps the values of every layer of about the same size.</summary>
    private static Weights Scaled(Weights weights) => Weights.From(weights.Values.Select(pair =>
    {
        var scale = 1.5f / MathF.Sqrt(pair.Value.Shape.Rank > 1 ? pair.Value.Shape.ElementCount / pair.Value.Shape[0] : 4);
        return KeyValuePair.Create(pair.Key, pair.Value with { Data = Array.ConvertAll(pair.Value.Data.ToArray(), value => value * scale) });
    }));
}
