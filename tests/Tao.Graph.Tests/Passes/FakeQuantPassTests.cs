using Tao.Graph.Ops;
using Tao.Graph.Passes;

namespace Tao.Graph.Tests.Passes;

public sealed class FakeQuantPassTests
{
    [Fact]
    public void Quantisers_kernels_and_ranges_are_where_the_plan_says()
    {
        var quantized = PassRunner.Run(Samples.Initialised(PooledConvolution()), new FakeQuantPass(new(new Dictionary<string, float> { ["x"] = 2, ["relu"] = 3 })));

        Assert.Equal(
            [
                "x_quant = FakeQuant(x) x_quant",
                "conv = Conv2d(x_quant) conv rounded",
                "relu = Relu(conv) relu",
                "relu_quant = FakeQuant(relu) relu_quant",
                "pool = MaxPool2d(relu_quant) pool",
                "pool_quant = FakeQuant(pool) relu_quant",
                "flatten = Flatten(pool_quant) flatten",
                "flatten_quant = FakeQuant(flatten) relu_quant",
                "predictions = Linear(flatten_quant) predictions rounded",
                "softmax = Softmax(predictions) softmax",
            ],
            quantized.Graph.Nodes.Select(Describe));
        Assert.Equal([2], quantized.Weights.Values("x_quant.range"));
        Assert.Equal([3], quantized.Weights.Values("relu_quant.range"));
        Assert.Equal(2, quantized.Graph.Parameters().Count(parameter => parameter.Spec.Role == ParameterRole.QuantizationRange));
        Assert.DoesNotContain(quantized.Graph.Parameters(), parameter => parameter.Spec.Role == ParameterRole.QuantizationRange && parameter.Spec.Trainable);
    }

    [Fact]
    public void Rounded_network_stays_within_half_a_step_per_rounding()
    {
        var builder = new GraphBuilder("one");
        var x = builder.Add("conv", new Conv2d(1, 1, 1, Bias: false), builder.Input("x", TensorType.Image(1, 2, 2)));
        var model = Samples.Initialised(builder.Build(x)).With("conv.weight", WeightTensor.Filled(new TensorShape(1, 1, 1, 1), 0.7f));
        var quantized = PassRunner.Run(model, new FakeQuantPass(new(new Dictionary<string, float> { ["x"] = 127 })));

        // Scale 1 on the input; a kernel of one number is its own maximum and so exact.
        var result = ReferenceInterpreter.Run(quantized, 1.4, 2.5, 3.5, -300);
        Assert.Equal([0.7f * 1, 0.7f * 2, 0.7f * 4, 0.7f * -128], result.Select(value => (float)value));
    }

    [Fact]
    public void Rounding_changes_a_real_network_little()
    {
        var model = PassRunner.Run(RandomNetwork.Create(11), new FoldBatchNormPass());
        var sample = RandomNetwork.Sample(model.Graph, 11);
        var exact = ReferenceInterpreter.Run(model, sample);
        var rounded = ReferenceInterpreter.Run(PassRunner.Run(model, new FakeQuantPass(QuantizationRanges.Starting(model.Graph))), sample);

        Assert.NotEqual(exact, rounded);
        Assert.All(exact.Zip(rounded), pair => Assert.Equal(pair.First, pair.Second, 0.15));
    }

    [Fact]
    public void Quantised_graph_survives_json_and_can_be_pruned_no_further_than_it_is_sound()
    {
        var graph = PassRunner.Run(Samples.Initialised(PooledConvolution()), new FakeQuantPass(QuantizationRanges.Starting(PooledConvolution()))).Graph;
        Assert.Equal(graph.Nodes, GraphJson.Deserialize(GraphJson.Serialize(graph)).Nodes);
        var pruned = new PrunePass(new(Threshold: 2, MinFilters: 1, Granularity: 1)).Prune(Samples.Initialised(graph));
        Assert.Equal(1, ((Conv2d)pruned.Model.Graph.GetNode("conv").Op).OutChannels);
    }

    [Fact]
    public void Value_of_zeros_gets_a_positive_range()
    {
        var quantized = new FakeQuantPass(new(new Dictionary<string, float> { ["x"] = 2, ["relu"] = 0 })).Apply(Samples.Initialised(PooledConvolution()));
        Assert.Equal([1], quantized.Weights.Values("relu_quant.range"));
    }

    [Fact]
    public void Faults_name_the_values()
    {
        var model = Samples.Initialised(PooledConvolution());
        var starting = QuantizationRanges.Starting(model.Graph);

        Assert.Contains("range for: relu, x", Message(() => new FakeQuantPass(new(new Dictionary<string, float>())).Apply(model)));
        Assert.Contains("does not have them: gone", Message(() => new FakeQuantPass(starting, ["gone"]).Apply(model)));
        Assert.Contains("quantised already, by node 'x_quant'", Message(() => PassRunner.Run(model, new FakeQuantPass(starting), new FakeQuantPass(starting))));
        Assert.Contains("'a'", Message(() => _ = new QuantizationRanges(new Dictionary<string, float> { ["a"] = float.NaN, ["b"] = 1 })));
        Assert.Contains("'a'", Message(() => _ = new QuantizationRanges(new Dictionary<string, float> { ["a"] = -1 })));
    }

    [Fact]
    public void Float_nodes_keep_their_kernels()
    {
        var graph = PooledConvolution();
        var quantized = PassRunner.Run(Samples.Initialised(graph), new FakeQuantPass(QuantizationRanges.Starting(graph), ["conv"])).Graph;
        Assert.False(((Conv2d)quantized.GetNode("conv").Op).QuantizedKernel);
        Assert.Equal(["x"], quantized.GetNode("conv").Inputs);
        Assert.True(((Linear)quantized.GetNode("predictions").Op).QuantizedKernel);
    }

    private static NetworkGraph PooledConvolution()
    {
        var builder = new GraphBuilder("pooled");
        var x = builder.Add("conv", new Conv2d(4, 3, 3), builder.Input("x", TensorType.Image(3, 6, 6)));
        x = builder.Add("pool", new MaxPool2d(2, 2), builder.Add("relu", new Relu(), x));
        x = builder.Add("predictions", new Linear(2), builder.Add("flatten", new Flatten(), x));
        return builder.Build(builder.Add("softmax", new Softmax(), x));
    }

    private static string Describe(Node node) =>
        $"{node.Name} = {node.Op.Name}({string.Join(", ", node.Inputs)}) {node.ParameterScope}{(node.Op is IKernelOp { QuantizedKernel: true } ? " rounded" : "")}";

    private static string Message(Action action) => Assert.Throws<GraphException>(action).Message;
}
