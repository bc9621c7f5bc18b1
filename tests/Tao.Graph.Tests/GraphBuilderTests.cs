using Tao.Graph.Ops;

namespace Tao.Graph.Tests;

public sealed class GraphBuilderTests
{
    [Fact]
    public void Faults_are_reported_where_they_are_made_with_the_nodes_name()
    {
        var builder = new GraphBuilder("bad");
        var x = builder.Input("x", TensorType.Image(3, 8, 8));

        Assert.Contains("'conv' (Conv2d) has a window", Assert.Throws<GraphException>(() => builder.Add("conv", new Conv2d(4, 9, 9), x)).Message);
        Assert.Contains("takes 2 inputs", Assert.Throws<GraphException>(() => builder.Add("add", new Add(), x)).Message);
        Assert.Contains("no value 'y'", Assert.Throws<GraphException>(() => builder.Add("relu", new Relu(), "y")).Message);
        Assert.Contains("two values named 'x'", Assert.Throws<GraphException>(() => builder.Add("x", new Relu(), x)).Message);
        Assert.Contains("no value 'y'", Assert.Throws<GraphException>(() => builder.Tap("stride4", "y")).Message);
    }

    [Fact]
    public void Graph_knows_types_consumers_and_taps()
    {
        var graph = Samples.EveryOp();
        Assert.Equal("?x16x9x9", graph.TypeOf("max_pool").Shape.ToString());
        Assert.Equal(["dw", "silu"], graph.ConsumersOf("relu").Select(node => node.Name));
        Assert.Equal("max_pool", graph.Taps["stride2"]);
        Assert.Throws<GraphException>(() => graph.GetNode("gone"));
        Assert.Throws<GraphException>(() => graph.TypeOf("gone"));
    }
}
