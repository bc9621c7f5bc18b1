using System.Collections.Immutable;
using Tao.Graph.Ops;

namespace Tao.Graph.Tests;

/// <summary>Small graphs and weights with numbers that can be checked by hand.</summary>
internal static class Samples
{
    /// <summary>One node of every op of the catalogue.</summary>
    public static NetworkGraph EveryOp()
    {
        var builder = new GraphBuilder("every_op");
        var x = builder.Input("input_1", TensorType.Image(3, 16, 16));
        x = builder.Add("scale", new Scale([0.5f, 1, 2], [-1, 0, 0.1f]), x);
        x = builder.Add("quant", new FakeQuant(), x);
        x = builder.Add(new Node("conv", new Conv2d(8, 3, 3, 1, Padding.Same(3)) { QuantizedKernel = true }, [x]) { Frozen = true });
        x = builder.Add("bn", new BatchNorm(1e-5, 0.9), x);
        x = builder.Add("relu", new Relu(), x);
        var left = builder.Add("dw", new DepthwiseConv2d(3, 3, 1, Padding.Same(3)), x);
        left = builder.Add("relu6", new Relu6(), left);
        left = builder.Add("leaky", new LeakyRelu(0.1), left);
        var right = builder.Add("silu", new Silu(), x);
        right = builder.Add("mish", new Mish(), right);
        right = builder.Add("tanh", new Tanh(), right);
        x = builder.Add("add", new Add(), left, right);
        var gate = builder.Add("sigmoid", new Sigmoid(), builder.Add("pool", new GlobalAveragePool(), x));
        x = builder.Add("gated", new Multiply(), x, gate);
        x = builder.Add("concat", new Concat(), x, left);
        x = builder.Add("slice", new ChannelSlice(0, 16), x);
        x = builder.Add("depth", new StochasticDepth(0.1), x);
        x = builder.Add("zero_pad", new ZeroPad2d(Padding.All(1)), x);
        x = builder.Add("max_pool", new MaxPool2d(3, 2, CeilMode: true), x);
        builder.Tap("stride2", x);
        x = builder.Add("average", new AveragePool2d(2, 2), x);
        x = builder.Add("deconvolution", new ConvTranspose2d(16, 1, 1), x);
        x = builder.Add("upsample", new UpsampleNearest(1), x);
        var rows = builder.Add("rows", new AnchorRows(4), x);
        x = builder.Add("flatten", new Flatten(), x);
        x = builder.Add("dropout", new Dropout(0.2), x);
        x = builder.Add("predictions", new Linear(5), x);
        return builder.Build(builder.Add("softmax", new Softmax(), x), rows);
    }

    public static Model Initialised(NetworkGraph graph, ulong seed = 1) => new(graph, WeightInitializer.Create(graph, seed));

    /// <summary>A kernel whose filter c has the given L2 norm: all of it in the filter's first element.</summary>
    public static WeightTensor KernelWithNorms(TensorShape shape, params ReadOnlySpan<float> norms)
    {
        var data = new float[shape.ElementCount];
        var stride = data.Length / norms.Length;
        for (var filter = 0; filter < norms.Length; filter++)
            data[filter * stride] = norms[filter];
        return new WeightTensor(shape, data);
    }

    /// <summary>0, 1, 2 ... so that a slice shows where it came from.</summary>
    public static WeightTensor Counting(TensorShape shape) =>
        new(shape, Enumerable.Range(0, (int)shape.ElementCount).Select(i => (float)i).ToArray());

    public static Model With(this Model model, string weight, WeightTensor value) => model with { Weights = model.Weights.With(weight, value) };

    public static ImmutableArray<float> Values(this Weights weights, string name) => [.. weights[name].Data.Span];
}
