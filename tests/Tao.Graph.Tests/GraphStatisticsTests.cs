using Tao.Graph.Ops;

namespace Tao.Graph.Tests;

public sealed class GraphStatisticsTests
{
    [Fact]
    public void Counts_are_as_computed_by_hand()
    {
        var builder = new GraphBuilder("small");
        var x = builder.Input("x", TensorType.Image(3, 8, 8));
        x = builder.Add("conv", new Conv2d(4, 3, 3, 2, Padding.Same(3)), x);
        x = builder.Add("bn", new BatchNorm(1e-5, 0.9), x);
        x = builder.Add("dw", new DepthwiseConv2d(3, 3, 1, Padding.Same(3)), x);
        x = builder.Add("flatten", new Flatten(), x);
        var statistics = GraphStatistics.Of(builder.Build(builder.Add("fc", new Linear(5), x)));

        // conv 4·3·9 + 4, bn 4·4 (half of it trainable), dw 4·9, fc 5·64 + 5
        Assert.Equal(112 + 16 + 36 + 325, statistics.Parameters);
        Assert.Equal(112 + 8 + 36 + 325, statistics.TrainableParameters);
        Assert.Equal([4 * 4 * 4 * 27, 0, 4 * 4 * 4 * 9, 0, 320], statistics.Nodes.Select(node => node.MultiplyAdds));
        Assert.Equal(1728 + 576 + 320, statistics.MultiplyAdds);
        Assert.Equal(new NodeStatistics("conv", "Conv2d", new TensorShape(-1, 4, 4, 4), 112, 1728), statistics.Nodes[0]);
    }
}
