using Tao.Graph;
using Tao.Graph.Ops;
using TorchSharp;
using static TorchSharp.torch;

namespace Tao.Runtime.Tests.Kernels;

public sealed class BatchNormKernelTests
{
    private const double Epsilon = 1e-3;

    /// <summary>
    /// The batch 1, 3 has mean 2 and variance 1, as an estimate of the population's 2 (Keras' fused kernel keeps that one too). With
    /// momentum 0.9: 0.9·0 + 0.1·2 and 0.9·1 + 0.1·2.
    /// </summary>
    [Fact]
    public void Training_normalises_with_the_batch_and_moves_the_statistics_with_Keras_momentum()
    {
        var (output, weights) = Train(new BatchNorm(Epsilon, 0.9), [1, 3], 2, 1, 1, 1);
        var deviation = MathF.Sqrt(1 + (float)Epsilon);
        TorchValues.AssertClose([-1 / deviation, 1 / deviation], output, 1e-5f, "output");
        Assert.Equal(0.2f, weights["norm.running_mean"].Data.Span[0], 1e-6f);
        Assert.Equal(1.1f, weights["norm.running_var"].Data.Span[0], 1e-6f);
    }

    [Fact]
    public void Frozen_uses_the_moving_statistics_in_training_and_leaves_them_alone()
    {
        var (output, weights) = Train(new BatchNorm(Epsilon, 0.9, Frozen: true), [1, 3], 2, 1, 1, 1);
        var deviation = MathF.Sqrt(1 + (float)Epsilon);
        TorchValues.AssertClose([1 / deviation, 3 / deviation], output, 1e-5f, "output");
        Assert.Equal([0f], weights["norm.running_mean"].Data.ToArray());
        Assert.Equal([1f], weights["norm.running_var"].Data.ToArray());
    }

    /// <summary>
    /// One value has variance 0 and no estimate of the population's (0/0 where Bessel's correction divides by n − 1); Keras takes 0. It
    /// happens when an epoch's last batch is one image that the network has shrunk to one pixel.
    /// </summary>
    [Theory]
    [InlineData(4)]
    [InlineData(2)]
    public void A_single_value_a_channel_keeps_the_statistics_finite(int rank)
    {
        long[] shape = rank == 4 ? [1, 2, 1, 1] : [1, 2];
        var (output, weights) = Train(new BatchNorm(Epsilon, 0.9), [5, -7], shape);
        TorchValues.AssertClose([0, 0], output, 1e-5f, "output");
        TorchValues.AssertClose([0.5f, -0.7f], weights["norm.running_mean"].Data.Span, 1e-6f, "mean");
        TorchValues.AssertClose([0.9f, 0.9f], weights["norm.running_var"].Data.Span, 1e-6f, "variance");
    }

    private static (float[] Output, Weights Weights) Train(BatchNorm op, float[] values, params long[] shape)
    {
        var builder = new GraphBuilder("norm");
        var x = builder.Input(SmallNetworks.Input, TensorType.Float([TensorShape.Batch, .. shape[1..]]));
        var graph = builder.Build(builder.Add("norm", op, x));
        using var module = new Model(graph, WeightInitializer.Create(graph, 1)).ToModule();
        using var scope = NewDisposeScope();
        var output = module.Run(values.ToTensor(shape).requires_grad_(), "norm", ForwardMode.Training);
        output.sum().backward();
        Assert.All(module.Trainable, parameter => Assert.All(parameter.Tensor.grad!.ToArray(), value => Assert.True(float.IsFinite(value))));
        return (output.ToArray(), module.ReadWeights());
    }
}
