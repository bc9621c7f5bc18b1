using System.Collections.Immutable;
using Tao.Graph;
using Tao.Graph.Ops;
using Tao.Runtime.Optimization;
using Tao.Testing;
using TorchSharp;
using static TorchSharp.torch;

namespace Tao.Runtime.Tests;

/// <summary>A GPU computes what the CPU does. Skipped on a machine without one; <c>build/gpu/check.sh</c> runs them where there is one.</summary>
[Collection(TorchGenerator.Name)]
public sealed class GpuTests
{
    private const int Steps = 3;

    // Sums of other order; three steps do not let them grow.
    private const float Near = 1e-4f;

    /// <summary>With a great epsilon: a gradient that is zero but for rounding must not be blown up to a whole step.</summary>
    public static TheoryData<OptimizerSettings> Settings => [new SgdSettings(Momentum: 0.9, Nesterov: true), new AdamSettings(Epsilon: 0.1), new RmsPropSettings(Epsilon: 0.1)];

    [Fact]
    public void Outputs_agree()
    {
        Assert.SkipUnless(cuda.is_available(), "This machine has no CUDA device.");
        Assert.All(Predict(CPU).Zip(Predict(CUDA)), pair => Assert.Equal(pair.First, pair.Second, Near));
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public void Trained_weights_agree(OptimizerSettings settings)
    {
        Assert.SkipUnless(cuda.is_available(), "This machine has no CUDA device.");
        var (onCpu, onGpu) = (Train(CPU, settings), Train(CUDA, settings));
        Assert.Equal(onCpu.Values.Keys, onGpu.Values.Keys);
        foreach (var (name, weight) in onCpu.Values)
            Assert.All(weight.Data.ToArray().Zip(onGpu[name].Data.ToArray()), pair => Assert.Equal(pair.First, pair.Second, Near));
    }

    private static float[] Predict(Device device)
    {
        using var module = new GraphModule(SmallNetworks.Mixed(), device);
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        return module.Run(Image(device), "softmax", ForwardMode.Inference).cpu().ToArray();
    }

    private static Weights Train(Device device, OptimizerSettings settings)
    {
        // Without dropout, whose random numbers are each device's own.
        var model = SmallNetworks.Mixed();
        var graph = model.Graph.With([.. model.Graph.Nodes.Select(node => node.Op is Dropout ? node with { Op = new Dropout(0) } : node)], model.Graph.Outputs);
        using var module = new GraphModule(model with { Graph = graph }, device);
        using var optimizer = ParameterOptimizer.Create(settings, module.Trainable, new Regularizer(RegularizerKind.L2, 1e-3, [nameof(Conv2d), nameof(Linear)]));
        for (int step = 0; step < Steps; step++)
        {
            using var scope = NewDisposeScope();
            optimizer.ZeroGradients();
            module.Run(Image(device), "softmax", ForwardMode.Training)[.., 0].log().mean().neg().backward();
            optimizer.Step(0.01);
        }
        return module.ReadWeights();
    }

    private static Tensor Image(Device device) => Numbers.Uniform(2 * 3 * 6 * 6, 3).ToTensor(2, 3, 6, 6).to(device);
}
