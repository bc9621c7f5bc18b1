using Tao.Onnx.Protos;
using Tao.Onnx.Quantization;

namespace Tao.Onnx.Tests.Quantization;

public class ValueBoundsTests
{
    [Fact]
    public void Bounds_follow_the_ops()
    {
        var graph = new GraphProto();
        graph.Initializer.Add([TensorProtos.Scalar("zero", 0f), TensorProtos.Scalar("six", 6f), TensorProtos.Scalar("minus", -1f)]);
        graph.Node.Add(
        [
            Nodes.Create("1", "Relu", ["x"], "relu"),
            Nodes.Create("2", "Clip", ["x", "zero", "six"], "relu6"),
            Nodes.Create("3", "Clip", ["x", "minus", "six"], "signed_clip"),
            Nodes.Create("4", "MaxPool", ["relu6"], "pool"),
            Nodes.Create("5", "Add", ["pool", "relu6"], "sum"),
            Nodes.Create("6", "Add", ["pool", "x"], "signed_sum"),
            Nodes.Create("7", "Concat", ["pool", "sum"], "both"),
            Nodes.Create("8", "Conv", ["relu"], "conv"),
        ]);
        var bounds = new ValueBounds(graph);

        Assert.All(["relu", "relu6", "pool", "sum", "both"], value => Assert.True(bounds.IsNonNegative(value), value));
        Assert.All(["x", "signed_clip", "signed_sum", "conv"], value => Assert.False(bounds.IsNonNegative(value), value));
        Assert.Equal(float.PositiveInfinity, bounds.UpperBound("relu"));
        Assert.Equal(6, bounds.UpperBound("pool"));
        Assert.Equal(12, bounds.UpperBound("both"));
    }
}
