using System.Collections.Immutable;
using Tao.Graph;
using Tao.Graph.Ops;
using Tao.Graph.Verification;
using Tao.Networks.Backbones;
using Tao.Networks.Tests.Contract;
using TorchSharp;

namespace Tao.Networks.Tests;

/// <summary>What every network of the catalogue promises of building and training.</summary>
[Collection(NetworkContract.Collection)]
public sealed class NetworkContractTests
{
    private const int OverfittingSteps = 100;
    private const double OverfittingBound = 0.05;

    public static TheoryData<TinyPreset> Presets => [.. TinyPresets.All];

    [Fact]
    public void Every_network_and_every_backbone_has_a_preset()
    {
        Assert.Empty(NetworkCatalog.All.Select(network => network.Name).Except(TinyPresets.All.Select(preset => preset.Network)));
        Assert.Empty(BackboneCatalog.All.Select(backbone => backbone.ScaledFrom ?? backbone.Name).Except(TinyPresets.All.Select(preset => preset.Build().Graph.Name)));
    }

    [Theory]
    [MemberData(nameof(Presets))]
    public void Builds_and_gives_probabilities(TinyPreset preset)
    {
        var model = preset.Build();
        Assert.Empty(GraphVerifier.Problems(model));
        preset.CheckShapes(model.Graph);
        var output = TinyTraining.Predict(model);
        Assert.Equal(TinyTraining.Samples * preset.OutputLength, output.Length);
        Assert.All(output.Chunk(preset.OutputLength), sample => preset.CheckProbabilities(model.Graph, sample));
    }

    [Theory]
    [MemberData(nameof(Presets))]
    public void Every_trainable_parameter_gets_a_finite_gradient(TinyPreset preset)
    {
        using var training = new TinyTraining(preset, preset.Build());
        Assert.InRange(training.Differentiate(), 0.1, preset.LossBound);
        Assert.NotEmpty(training.Module.Trainable);
        Assert.All(training.Module.Trainable, parameter =>
        {
            using var gradient = parameter.Tensor.grad;
            Assert.NotNull(gradient);
            var largest = gradient.abs().max().ToDouble();
            Assert.True(double.IsFinite(largest), parameter.Name);
            Assert.True(largest > 0 || parameter.Spec.Role != ParameterRole.Kernel, $"{parameter.Name} has no gradient.");
        });
    }

    [Theory]
    [MemberData(nameof(Presets))]
    public void Overfits_two_samples(TinyPreset preset)
    {
        using var training = new TinyTraining(preset, preset.Build());
        var first = training.Step();
        var loss = first;
        for (var step = 1; step < OverfittingSteps && loss >= OverfittingBound; step++)
            loss = training.Step();
        Assert.True(loss < OverfittingBound, FormattableString.Invariant($"The loss fell from {first} to {loss} only."));
    }

    [Theory]
    [MemberData(nameof(Presets))]
    public void Saved_and_loaded_is_the_same(TinyPreset preset)
    {
        var model = TinyTraining.Settled(preset);
        var text = GraphJson.Serialize(model.Graph);
        var loaded = GraphJson.Deserialize(text);
        Assert.Equal(text, GraphJson.Serialize(loaded));
        Assert.Equal(model.Graph.Nodes, loaded.Nodes);
        Assert.Equal(TinyTraining.Predict(model), TinyTraining.Predict(new Model(loaded, model.Weights)));
    }

    [Theory]
    [MemberData(nameof(Presets))]
    public void Equal_seeds_give_equal_weights_bit_for_bit(TinyPreset preset)
    {
        Weights Trained(ulong seed) => TinyTraining.Train(preset, preset.Build(seed), 2).Weights;
        var first = new Model(preset.Build().Graph, Trained(1));
        Assert.Empty(Moved(first, Trained(1)));
        Assert.NotEmpty(Moved(first, Trained(2)));
    }

    [Theory]
    [MemberData(nameof(Presets))]
    public void Frozen_blocks_do_not_move_and_the_others_do(TinyPreset preset)
    {
        var frozen = preset.With(preset.NetworkMessage, "freeze_blocks: 1 freeze_blocks: 2");
        var start = frozen.Build();
        var moved = Moved(start, TinyTraining.Train(frozen, start, 2).Weights);
        var kernels = start.Graph.Parameters().Where(parameter => parameter.Spec.Role == ParameterRole.Kernel).ToLookup(parameter => parameter.Node.Frozen);
        Assert.NotEmpty(kernels[true]);
        Assert.Empty(start.Graph.Parameters().Where(parameter => parameter.Node.Frozen).Select(parameter => parameter.Name).Intersect(moved));
        Assert.Empty(kernels[false].Select(parameter => parameter.Name).Except(moved));
    }

    [Theory]
    [MemberData(nameof(Presets))]
    public void Frozen_batch_norms_keep_their_statistics_and_learn_their_scales(TinyPreset preset)
    {
        var frozen = preset.With(preset.NetworkMessage, "freeze_bn: true");
        var start = new Model(frozen.Build().Graph, TinyTraining.Settled(preset).Weights);
        var moved = Moved(start, TinyTraining.Train(frozen, start, 1).Weights);
        var free = Moved(start, TinyTraining.Train(preset, start with { Graph = preset.Build().Graph }, 2).Weights);
        var statistics = start.Graph.Parameters().Where(parameter => !parameter.Spec.Trainable).Select(parameter => parameter.Name).ToList();
        var scales = start.Graph.Parameters().Where(parameter => parameter.Spec.Role == ParameterRole.Gamma).Select(parameter => parameter.Name);
        Assert.Equal(start.Graph.Nodes.Count(node => node.Op is BatchNorm) * 2, statistics.Count);
        Assert.Empty(statistics.Intersect(moved));
        Assert.Empty(statistics.Except(free));
        Assert.Empty(scales.Except(moved));
    }

    /// <summary>Names of the weights that differ in any bit.</summary>
    private static ImmutableHashSet<string> Moved(Model before, Weights after) =>
        [.. before.Weights.Values.Where(weight => !weight.Value.Data.Span.SequenceEqual(after[weight.Key].Data.Span)).Select(weight => weight.Key)];
}
