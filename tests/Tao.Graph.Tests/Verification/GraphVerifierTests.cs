using System.Collections.Immutable;
using Tao.Graph.Ops;
using Tao.Graph.Verification;

namespace Tao.Graph.Tests.Verification;

public sealed class GraphVerifierTests
{
    private static readonly ImmutableArray<GraphInput> _input = [new("x", TensorType.Image(3, 8, 8))];

    [Fact]
    public void Sound_graph_and_model_have_no_problems()
    {
        var graph = Samples.EveryOp();
        Assert.Empty(GraphVerifier.Problems(graph));
        Assert.Empty(GraphVerifier.Problems(Samples.Initialised(graph)));
        GraphVerifier.Verify(graph);
        GraphVerifier.Verify(Samples.Initialised(graph));
    }

    [Fact]
    public void All_problems_are_reported_at_once()
    {
        var graph = new NetworkGraph(
            "bad",
            [.. _input, new("unread", TensorType.Image(3, 8, 8))],
            [
                new("early", new Relu(), ["conv"]),
                new("conv", new Conv2d(4, 3, 3), ["x"]),
                new("conv", new Relu(), ["x"]),
                new("lost", new Relu(), ["nowhere"]),
                new("add", new Add(), ["conv"]),
                new("big", new Conv2d(4, 9, 9), ["x"]),
                new("below", new Relu(), ["big"]),
                new("empty", new Concat(), []),
                new("dead", new Relu(), ["conv"]),
            ],
            ["add", "early", "lost", "below", "empty", "missing", "add"])
        {
            Taps = ImmutableSortedDictionary<string, string>.Empty.Add("stride4", "gone"),
        };

        Assert.Equal(
            [
                "Node 'early' (Relu) reads 'conv' before it is made.",
                "Two values are named 'conv'.",
                "Node 'lost' (Relu) reads 'nowhere', which nothing makes.",
                "Node 'add' (Add) takes 2 inputs, not 1.",
                "Node 'big' (Conv2d) has a window of 9 that is larger than the padded image, which is 8.",
                "Node 'empty' (Concat) takes one or more inputs, not 0.",
                "The output 'missing' does not exist.",
                "The output 'add' is listed twice.",
                "The tap 'stride4' names 'gone', which does not exist.",
                "Node 'dead' (Relu) is used by no output and no tap.",
                "The input 'unread' is used by nothing.",
            ],
            GraphVerifier.Problems(graph));
        Assert.Contains("Two values are named 'conv'.", Assert.Throws<GraphException>(() => GraphVerifier.Verify(graph)).Message);
    }

    [Fact]
    public void Graph_without_output_is_refused() =>
        Assert.Contains("There is no output.", GraphVerifier.Problems(new NetworkGraph("none", _input, [], [])));

    [Fact]
    public void Op_outside_the_catalogue_is_refused()
    {
        var graph = new NetworkGraph("odd", _input, [new("odd", new Foreign(), ["x"])], ["odd"]);
        Assert.Contains("catalogue", Assert.Single(GraphVerifier.Problems(graph)));
    }

    [Fact]
    public void Node_kept_by_a_tap_alone_is_used()
    {
        var builder = new GraphBuilder("tapped");
        var x = builder.Input("x", TensorType.Image(3, 8, 8));
        builder.Tap("side", builder.Add("side_branch", new Relu(), x));
        Assert.Empty(GraphVerifier.Problems(builder.Build(builder.Add("main", new Relu(), x))));
    }

    [Fact]
    public void Nodes_that_share_parameters_must_agree_on_their_shape()
    {
        var builder = new GraphBuilder("shared");
        var x = builder.Input("x", TensorType.Image(3, 8, 8));
        var a = builder.Add("a", new Conv2d(3, 3, 3, Bias: false), x);
        var b = builder.Add(new Node("b", new Conv2d(3, 3, 3, Bias: false), [a]) { ParameterScope = "a" });
        Assert.Equal("a.weight", Assert.Single(builder.Build(b).Parameters()).Name);

        var c = builder.Add(new Node("c", new Conv2d(3, 1, 1), [b]) { ParameterScope = "a" });
        var exception = Assert.Throws<GraphException>(() => builder.Build(c));
        Assert.Contains("share 'a.weight' as Kernel [3x3x3x3] and as Kernel [3x3x1x1]", exception.Message);
    }

    [Fact]
    public void Weights_are_checked_for_presence_shape_and_finiteness()
    {
        var builder = new GraphBuilder("fc");
        var x = builder.Input("x", TensorType.Float(TensorShape.Batch, 2));
        x = builder.Add("a", new Linear(2, Bias: false), x);
        x = builder.Add("b", new Linear(2), x);
        var model = Samples.Initialised(builder.Build(builder.Add("c", new Linear(1, Bias: false), x)));

        var faulty = new Model(model.Graph, Weights.From(
        [
            new("a.weight", WeightTensor.Filled(new TensorShape(2, 3), 1)),
            new("b.weight", new WeightTensor(new TensorShape(2, 2), new[] { 1, float.NaN, 1, 1 })),
            new("c.weight", new WeightTensor(new TensorShape(1, 2), new float[1])),
            new("d.weight", WeightTensor.Filled(new TensorShape(1), 1)),
        ]));

        Assert.Equal(
            [
                "The weight 'a.weight' is [2x3], but node 'a' needs [2x2].",
                "The weight 'b.weight' holds a number that is not finite, at position 1.",
                "The weight 'b.bias' of node 'b' is missing.",
                "The weight 'c.weight' says [1x2] but holds 1 numbers.",
                "The weight 'd.weight' belongs to no node.",
            ],
            GraphVerifier.Problems(faulty));
        Assert.Throws<GraphException>(() => GraphVerifier.Verify(faulty));
    }

    private sealed record Foreign : ElementwiseOp
    {
        public override QuantizationPolicy Quantization => QuantizationPolicy.Float;
    }
}
