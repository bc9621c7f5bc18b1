using Tao.Graph;
using Tao.Graph.Ops;
using Tao.Graph.Passes;
using Tao.Networks.Backbones;

namespace Tao.Networks.Tests.Backbones;

/// <summary>Every backbone goes through every pass: nothing is in pruning's way, every batch norm folds, all inner layers run in 8 bits.</summary>
public sealed class BackbonePassTests
{
    public static TheoryData<string, BackboneOptions> Backbones => new()
    {
        { "resnet", new() { Layers = 10, RetainHead = true, ClassCount = 5 } },
        { "resnet", new() { Layers = 18, AllProjections = true, UsePooling = false, Activation = "mish", RetainHead = true, ClassCount = 5 } },
        { "mobilenet_v2", new() { Activation = "relu6", RetainHead = true, ClassCount = 5 } },
        { "mobilenet_v2", new() { AllProjections = true, Stride = 16, RetainHead = true, ClassCount = 5 } },
        { "squeezenet", new() { RetainHead = true, ClassCount = 5 } },
        { "vgg", new() { Layers = 16, ClassCount = 5 } },
        { "alexnet", new() { ClassCount = 5 } },
        { "googlenet", new() { RetainHead = true, ClassCount = 5 } },
        { "mobilenet_v1", new() { RetainHead = true, ClassCount = 5 } },
        { "darknet", new() { Layers = 19, RetainHead = true, ClassCount = 5 } },
        { "darknet", new() { Layers = 53, RetainHead = true, ClassCount = 5 } },
        { "cspdarknet", new() { Layers = 19, Activation = "mish", RetainHead = true, ClassCount = 5 } },
        { "cspdarknet", new() { Layers = 53, RetainHead = true, ClassCount = 5 } },
        { "cspdarknet_tiny", new() { RetainHead = true, ClassCount = 5 } },
        { "efficientnet_b0", new() { RetainHead = true, ClassCount = 5 } },
        { "efficientnet_b3", new() { RetainHead = true, ClassCount = 5 } },
    };

    [Theory]
    [MemberData(nameof(Backbones))]
    public void Prunes_to_multiples_of_the_granularity_and_stays_sound(string name, BackboneOptions options)
    {
        var graph = BackboneGraphs.Build(name, options, size: 64);
        // The norms of freshly drawn filters hardly differ, so the threshold is near the largest.
        var pass = new PrunePass(new PruneSettings(Threshold: 0.97, MinFilters: 8, Granularity: 8));
        var (pruned, report) = pass.Prune(new Model(graph, WeightInitializer.Create(graph, 7)));

        Assert.Empty(Tao.Graph.Verification.GraphVerifier.Problems(pruned));
        Assert.InRange(report.PruningRatio, 0.005, 0.9);
        Assert.All(report.Layers, layer => Assert.True(layer.Kept.Length % 8 == 0 || layer.Kept.Length == layer.Total));
        Assert.Equal(graph.TypeOf(graph.Outputs[0]), pruned.Graph.TypeOf(pruned.Graph.Outputs[0]));
        Assert.Equal(graph.Taps, pruned.Graph.Taps);
    }

    [Theory]
    [MemberData(nameof(Backbones))]
    public void Folds_and_quantises_every_inner_layer(string name, BackboneOptions options)
    {
        var graph = BackboneGraphs.Build(name, options, size: 64);
        var model = new Model(graph, WeightInitializer.Create(graph, 7));
        var folded = PassRunner.Run(model, new EliminateDropoutPass(), new FoldBatchNormPass());
        Assert.DoesNotContain(folded.Graph.Nodes, node => node.Op is BatchNorm or Dropout or StochasticDepth);

        var quantized = PassRunner.Run(folded, new FakeQuantPass(QuantizationRanges.Starting(folded.Graph))).Graph;
        Assert.All(quantized.Nodes, node => Assert.True(node.Op is not IKernelOp kernel || kernel.QuantizedKernel));
        var readers = quantized.Nodes.Where(node => node.Op is IKernelOp or Add or Concat);
        Assert.All(readers.SelectMany(node => node.Inputs), input => Assert.EndsWith("_quant", input));
        Assert.Equal(folded.Graph.Outputs, quantized.Outputs);
    }
}
