using Tao.Graph;
using Tao.Graph.Ops;
using Tao.Runtime.Kernels;
using Tao.Testing;
using TorchSharp;
using static TorchSharp.torch;

namespace Tao.Runtime.Tests.Kernels;

public sealed class QuantizerTests
{
    // A range of 127 makes the step 1: halves go to the even neighbour, and −128 is the lowest level.
    private static readonly float[] _values = [-300, -128.6f, -127.4f, -2.5f, -1.5f, -0.6f, -0.5f, 0, 0.5f, 0.6f, 1.5f, 2.5f, 126.6f, 127.5f, 300];
    private static readonly float[] _rounded = [-128, -128, -127, -2, -2, -1, 0, 0, 0, 1, 2, 2, 127, 127, 127];

    [Theory]
    [InlineData(1f)]
    [InlineData(0.25f)]
    [InlineData(8f)]
    public void Values_round_to_the_signed_grid_of_their_range(float step)
    {
        using var scope = NewDisposeScope();
        var scaled = Array.ConvertAll(_values, value => value * step);
        var output = Quantizer.FakeQuantize(scaled.ToTensor(scaled.Length), new[] { 127 * step }.ToTensor(1)).ToArray();
        Assert.Equal(Array.ConvertAll(_rounded, value => value * step), output);
    }

    [Fact]
    public void With_a_gradient_the_values_are_the_same_and_the_gradient_passes_straight_through()
    {
        using var scope = NewDisposeScope();
        var x = _values.ToTensor(_values.Length).requires_grad_();
        var output = Quantizer.FakeQuantize(x, new[] { 127f }.ToTensor(1));
        var factors = Numbers.Uniform(_values.Length, 4);
        (output * factors.ToTensor(factors.Length)).sum().backward();
        TorchValues.AssertClose(_rounded, output.ToArray(), 1e-6f, "rounded");
        Assert.Equal(factors, x.grad!.ToArray());
    }

    [Fact]
    public void A_range_of_zero_gives_zeros_and_no_NaN()
    {
        using var scope = NewDisposeScope();
        var output = Quantizer.FakeQuantize(new[] { 0f, -0f }.ToTensor(2), new[] { 0f }.ToTensor(1)).ToArray();
        Assert.Equal([0f, 0f], output);
    }

    /// <summary>0.75 · 4 + 0.25 · 8 = 5; the node behind, which shares the range, sees what the first one clamped and moves nothing.</summary>
    [Fact]
    public void In_training_a_range_follows_the_batches()
    {
        var builder = new GraphBuilder("quant");
        var x = builder.Input(SmallNetworks.Input, TensorType.Image(1, 1, 2));
        x = builder.Add(new Node("quant", new FakeQuant { Momentum = 0.75 }, [x]));
        var graph = builder.Build(builder.Add(new Node("again", new FakeQuant { Momentum = 0.75 }, [x]) { ParameterScope = "quant" }));
        var weights = Weights.Empty.With("quant.range", WeightTensor.Filled(new TensorShape(1), 4));
        using var module = new Model(graph, weights).ToModule();
        using var scope = NewDisposeScope();
        var input = new[] { -8f, 3 }.ToTensor(1, 1, 1, 2);
        module.Run(input, "again", ForwardMode.Inference);
        Assert.Equal([4], module.ReadWeights()["quant.range"].Data.ToArray());
        module.Run(input, "again", ForwardMode.Training);
        Assert.Equal([5], module.ReadWeights()["quant.range"].Data.ToArray());
    }

    /// <summary>Channel 0 has range 127, channel 1 range 12.7: steps 1 and 0.1.</summary>
    [Fact]
    public void Channels_have_ranges_of_their_own()
    {
        var builder = new GraphBuilder("quant");
        var x = builder.Input(SmallNetworks.Input, TensorType.Image(2, 1, 2));
        var graph = builder.Build(builder.Add("quant", new FakeQuant(PerChannel: true), x));
        var weights = Weights.Empty.With("quant.range", new WeightTensor(new TensorShape(2), new[] { 127f, 12.7f }));
        using var module = new Model(graph, weights).ToModule();
        using var scope = NewDisposeScope();
        var output = module.Run(new[] { 3.4f, 200, 3.44f, 200 }.ToTensor(1, 2, 1, 2), "quant", ForwardMode.Inference).ToArray();
        TorchValues.AssertClose([3, 127, 3.4f, 12.7f], output, 1e-6f, "quant");
        Assert.Empty(module.Trainable);
    }

    /// <summary>
    /// Filter 0 has a largest weight of 1.27, so its step is 0.01; filter 1 is all zeros. The gradient of the kernel is that of a plain
    /// layer: the input, once for each output.
    /// </summary>
    [Fact]
    public void A_kernel_rounds_per_filter_and_its_gradient_passes_straight_through()
    {
        var builder = new GraphBuilder("kernel");
        var x = builder.Input(SmallNetworks.Input, TensorType.Float(TensorShape.Batch, 3));
        var graph = builder.Build(builder.Add("layer", new Linear(2, Bias: false) { QuantizedKernel = true }, x));
        var kernel = new WeightTensor(new TensorShape(2, 3), new[] { -1.27f, 0.504f, 0.4951f, 0, 0, 0 });
        using var module = new Model(graph, Weights.Empty.With("layer.weight", kernel)).ToModule();
        using var scope = NewDisposeScope();
        var output = module.Run(new[] { 1f, 10, 100 }.ToTensor(1, 3), "layer", ForwardMode.Training);
        output.sum().backward();
        TorchValues.AssertClose([-1.27f + 5 + 50, 0], output.ToArray(), 1e-5f, "layer");
        Assert.Equal([1f, 10, 100, 1, 10, 100], module.Trainable[0].Tensor.grad!.ToArray());
        Assert.Equal(kernel.Data.ToArray(), module.ReadWeights()["layer.weight"].Data.ToArray());
    }
}
