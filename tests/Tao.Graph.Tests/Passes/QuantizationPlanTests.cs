using Tao.Graph.Ops;
using Tao.Graph.Passes;

namespace Tao.Graph.Tests.Passes;

public sealed class QuantizationPlanTests
{
    [Fact]
    public void Residual_classifier_is_rounded_where_runtimes_fuse()
    {
        var builder = new GraphBuilder("resnet");
        var x = builder.Input("input_1", TensorType.Image(3, 16, 16));
        x = ConvBnRelu(builder, "stem", x);
        x = builder.Add("pool1", new MaxPool2d(3, 2, Padding.Same(3)), x);
        var inner = ConvBnRelu(builder, "inner", x);
        var end = builder.Add("end_bn", new BatchNorm(1e-5, 0.9), builder.Add("end", new Conv2d(8, 3, 3, 1, Padding.Same(3)), inner));
        x = builder.Add("relu", new Relu(), builder.Add("add", new Add(), end, x));
        x = builder.Add("flatten", new Flatten(), builder.Add("avg_pool", new GlobalAveragePool(), x));
        var graph = builder.Build(builder.Add("softmax", new Softmax(), builder.Add("predictions", new Linear(4), x)));

        var plan = QuantizationPlan.For(graph, new HashSet<string>());

        // Nothing between convolution, batch norm and ReLU, nor between add and ReLU; the pool and the flatten share; the end is float.
        Assert.Equal(
            ["avg_pool: avg_pool", "end_bn: end_bn", "flatten: avg_pool", "inner_relu: inner_relu", "input_1: input_1", "pool1: stem_relu", "relu: relu", "stem_relu: stem_relu"],
            Describe(plan));
        Assert.Equal(["avg_pool", "end_bn", "inner_relu", "input_1", "relu", "stem_relu"], plan.MeasuredValues);
        Assert.Equal(["add", "avg_pool", "end", "inner", "predictions", "stem"], plan.QuantizedNodes);
    }

    [Fact]
    public void Relu_beside_another_reader_is_rounded_on_both_sides()
    {
        var builder = new GraphBuilder("branch");
        var conv = builder.Add("conv", new Conv2d(2, 1, 1), builder.Input("x", TensorType.Image(2, 4, 4)));
        var relu = builder.Add("relu", new Relu(), conv);
        var graph = builder.Build(builder.Add("last", new Conv2d(2, 1, 1), builder.Add("add", new Add(), conv, relu)));

        Assert.Equal(["add: add", "conv: conv", "relu: relu", "x: x"], Describe(QuantizationPlan.For(graph, new HashSet<string>())));
    }

    [Fact]
    public void Two_relus_on_one_convolution_round_it_so_that_it_runs_in_8_bits()
    {
        var builder = new GraphBuilder("branch");
        var conv = builder.Add("conv", new Conv2d(2, 1, 1), builder.Input("x", TensorType.Image(2, 4, 4)));
        var (a, b) = (builder.Add("a", new Relu(), conv), builder.Add("b", new Relu6(), conv));
        var graph = builder.Build(builder.Add("add", new Add(), a, b));

        Assert.Equal(["a: a", "b: b", "conv: conv", "x: x"], Describe(QuantizationPlan.For(graph, new HashSet<string>())));
    }

    [Fact]
    public void Relu_after_a_pool_is_not_fused_but_its_pool_shares_the_range()
    {
        var builder = new GraphBuilder("pooled");
        var conv = builder.Add("conv", new Conv2d(2, 1, 1), builder.Input("x", TensorType.Image(2, 4, 4)));
        var relu = builder.Add("relu", new Relu(), builder.Add("pool", new MaxPool2d(2, 2), conv));
        var graph = builder.Build(builder.Add("last", new Conv2d(2, 1, 1), relu));

        Assert.Equal(["conv: conv", "pool: conv", "relu: relu", "x: x"], Describe(QuantizationPlan.For(graph, new HashSet<string>())));
    }

    [Fact]
    public void Convolution_head_stays_float_after_its_pooling()
    {
        var builder = new GraphBuilder("squeezenet_head");
        var x = builder.Add("conv10", new Conv2d(2, 1, 1), builder.Input("x", TensorType.Image(2, 4, 4)));
        x = builder.Add("avg_pool", new GlobalAveragePool(), builder.Add("relu", new Relu(), x));
        var graph = builder.Build(builder.Add("softmax", new Softmax(), builder.Add("flatten", new Flatten(), x)));

        Assert.Equal(["relu: relu", "x: x"], Describe(QuantizationPlan.For(graph, new HashSet<string>())));
    }

    [Fact]
    public void Float_node_neither_reads_nor_fuses()
    {
        var builder = new GraphBuilder("mixed");
        var x = builder.Add("a_relu", new Relu(), builder.Add("a", new Conv2d(2, 1, 1), builder.Input("x", TensorType.Image(2, 4, 4))));
        x = builder.Add("b_relu", new Relu(), builder.Add("b", new Conv2d(2, 1, 1), x));
        var graph = builder.Build(builder.Add("c", new Conv2d(2, 1, 1), x));
        var plan = QuantizationPlan.For(graph, new HashSet<string> { "b" });

        Assert.Equal(["b_relu: b_relu", "x: x"], Describe(plan));
        Assert.Equal(["a", "c"], plan.QuantizedNodes);
    }

    [Fact]
    public void Normalisation_in_front_stays_float_and_its_result_is_rounded()
    {
        var builder = new GraphBuilder("raw");
        var x = builder.Add("scale", new Scale([1, 2], [0, 1]), builder.Input("x", TensorType.Image(2, 4, 4)));
        Assert.Equal(["scale: scale"], Describe(QuantizationPlan.For(builder.Build(builder.Add("conv", new Conv2d(2, 1, 1), x)), new HashSet<string>())));
    }

    private static string ConvBnRelu(GraphBuilder builder, string name, string x)
    {
        x = builder.Add(name, new Conv2d(8, 3, 3, 1, Padding.Same(3)), x);
        return builder.Add($"{name}_relu", new Relu(), builder.Add($"{name}_bn", new BatchNorm(1e-5, 0.9), x));
    }

    private static IEnumerable<string> Describe(QuantizationPlan plan) => plan.RangeOwners.Select(value => $"{value.Key}: {value.Value}");
}
