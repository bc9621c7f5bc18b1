using FsCheck.Xunit;
using Tao.Graph.Ops;
using Tao.Graph.Passes;

namespace Tao.Graph.Tests.Passes;

public sealed class FoldBatchNormPassTests
{
    [Fact]
    public void Kernel_and_bias_are_as_computed_by_hand()
    {
        var builder = new GraphBuilder("fold");
        var x = builder.Add("conv", new Conv2d(2, 1, 1), builder.Input("x", TensorType.Image(1, 2, 2)));
        var model = Samples.Initialised(builder.Build(builder.Add("relu", new Relu(), builder.Add("bn", new BatchNorm(1, 0.9), x))))
            .With("conv.weight", Values([2, 1, 1, 1], 3, 5))
            .With("conv.bias", Values([2], 1, 2))
            .With("bn.running_var", Values([2], 3, 0))
            .With("bn.running_mean", Values([2], 5, 1))
            .With("bn.weight", Values([2], 4, -1))
            .With("bn.bias", Values([2], 10, 20));

        var folded = PassRunner.Run(model, new FoldBatchNormPass());

        // Factors 4 / sqrt(3 + 1) = 2 and -1 / sqrt(0 + 1) = -1.
        Assert.Equal([6, -5], folded.Weights.Values("conv.weight"));
        Assert.Equal([2 * (1 - 5) + 10, -1 * (2 - 1) + 20], folded.Weights.Values("conv.bias"));
        Assert.Equal(["conv", "relu"], folded.Graph.Nodes.Select(node => node.Name));
        Assert.Equal(["conv.bias", "conv.weight"], folded.Weights.Values.Keys);
    }

    [Property(MaxTest = 40)]
    public void Folded_network_computes_the_same(int seed)
    {
        var model = RandomNetwork.Create(seed);
        var sample = RandomNetwork.Sample(model.Graph, seed);
        var folded = PassRunner.Run(model, new FoldBatchNormPass());

        Assert.DoesNotContain(folded.Graph.Nodes, node => node.Op is BatchNorm && folded.Graph.FindNode(node.Inputs[0])?.Op is IKernelOp);
        AssertClose(ReferenceInterpreter.Run(model, sample), ReferenceInterpreter.Run(folded, sample));
    }

    [Fact]
    public void Rounded_kernel_folds_exactly_because_its_grid_is_per_channel()
    {
        var builder = new GraphBuilder("quantized");
        var x = builder.Input("x", TensorType.Image(2, 4, 4));
        x = builder.Add("conv", new Conv2d(3, 3, 3) { QuantizedKernel = true }, x);
        var model = Samples.Initialised(builder.Build(builder.Add("bn", new BatchNorm(1e-3, 0.9), x)), seed: 5)
            .With("bn.weight", Values([3], 0.3f, -2, 1.7f))
            .With("bn.running_var", Values([3], 0.5f, 2, 9));
        var sample = RandomNetwork.Sample(model.Graph, 1);

        AssertClose(ReferenceInterpreter.Run(model, sample), ReferenceInterpreter.Run(PassRunner.Run(model, new FoldBatchNormPass()), sample));
    }

    [Fact]
    public void Output_keeps_its_name_and_the_kernel_its()
    {
        var builder = new GraphBuilder("named");
        var x = builder.Add("conv", new Conv2d(2, 1, 1), builder.Input("x", TensorType.Image(1, 2, 2)));
        builder.Tap("stride1", builder.Add("bn", new BatchNorm(1e-5, 0.9), x));
        var folded = PassRunner.Run(Samples.Initialised(builder.Build("bn")), new FoldBatchNormPass());

        Assert.Equal(["bn"], folded.Graph.Outputs);
        Assert.Equal("bn", folded.Graph.Taps["stride1"]);
        Assert.Equal("Conv2d", Assert.Single(folded.Graph.Nodes).Op.Name);
        Assert.Contains("conv.weight", folded.Weights.Values.Keys);
    }

    [Fact]
    public void Value_that_something_else_reads_is_not_folded()
    {
        var builder = new GraphBuilder("kept");
        var x = builder.Input("x", TensorType.Image(2, 2, 2));
        var two = builder.Add("two_readers", new Conv2d(2, 1, 1), x);
        var sum = builder.Add("add", new Add(), builder.Add("bn1", new BatchNorm(1e-5, 0.9), two), two);
        var tapped = builder.Add("tapped", new Conv2d(2, 1, 1), sum);
        builder.Tap("stride1", tapped);
        var shared = builder.Add("shared", new Conv2d(2, 1, 1), builder.Add("bn2", new BatchNorm(1e-5, 0.9), tapped));
        var again = builder.Add(new Node("again", new Conv2d(2, 1, 1), [builder.Add("bn3", new BatchNorm(1e-5, 0.9), shared)]) { ParameterScope = "shared" });
        var pooled = builder.Add("pool", new MaxPool2d(2, 1), builder.Add("bn4", new BatchNorm(1e-5, 0.9), again));
        var model = Samples.Initialised(builder.Build(builder.Add("bn5", new BatchNorm(1e-5, 0.9), pooled)));

        Assert.Equal(model.Graph.Nodes, PassRunner.Run(model, new FoldBatchNormPass()).Graph.Nodes);
    }

    internal static void AssertClose(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-5 * Math.Max(1, Math.Abs(pair.First))));
    }

    private static WeightTensor Values(long[] shape, params float[] values) => new(new TensorShape(shape), values);
}
