using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Tao.Graph.Ops;
using Tao.Graph.Passes;
using Tao.Graph.Verification;

namespace Tao.Graph.Tests.Passes;

/// <summary>On random networks: what pruning leaves computes what the whole network computes with the removed filters set to zero.</summary>
public sealed class PrunePassProperties
{
    [Property(MaxTest = 60)]
    public void Pruned_run_equals_masked_run(int seed, (Normalizer, EqualizationCriterion) rules, byte threshold, byte granularity, byte minimum)
    {
        var model = RandomNetwork.Create(seed);
        var settings = new PruneSettings(rules.Item1, rules.Item2, (granularity % 3) + 1, threshold / 200.0, (minimum % 3) + 1);
        var sample = RandomNetwork.Sample(model.Graph, seed);

        var (pruned, report) = new PrunePass(settings).Prune(model);

        GraphVerifier.Verify(pruned);
        var expected = ReferenceInterpreter.Run(Mask(model, report), sample);
        var actual = ReferenceInterpreter.Run(pruned, sample);
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-9 * Math.Max(1, Math.Abs(pair.First))));
        Assert.All(report.Layers, layer =>
            Assert.True(layer.Kept.Length == layer.Total || layer.Kept.Length % settings.Granularity == 0, layer.Name));
    }

    [Property(MaxTest = 20)]
    public void Threshold_zero_with_every_filter_above_it_changes_nothing(int seed)
    {
        var model = RandomNetwork.Create(seed);
        var (pruned, report) = new PrunePass(new PruneSettings(Threshold: 0, MinFilters: 1, Granularity: 1)).Prune(model);
        Assert.Equal(1, report.PruningRatio);
        Assert.Equal(GraphJson.Serialize(model.Graph), GraphJson.Serialize(pruned.Graph));
        Assert.All(model.Weights.Values, weight => Assert.Equal(weight.Value.Data.ToArray(), pruned.Weights[weight.Key].Data.ToArray()));
    }

    /// <summary>Zeros in everything that makes a removed channel: kernel and bias, and the batch norms that follow.</summary>
    private static Model Mask(Model model, PruneReport report)
    {
        var kept = report.Layers.ToDictionary(layer => layer.Name, layer => layer.Kept.ToHashSet());
        var channels = new Dictionary<string, HashSet<int>>();
        var weights = model.Weights;
        foreach (var node in model.Graph.Nodes)
        {
            channels[node.Name] = node.Op.ChannelFlow switch
            {
                ChannelFlow.Produces or ChannelFlow.Filters => kept[node.ParameterScope],
                ChannelFlow.Concatenates => Concatenated(model.Graph, node, channels),
                _ => channels.GetValueOrDefault(node.Inputs[0]) ?? [],
            };
            if (node.Op is not (IKernelOp or BatchNorm))
                continue;
            foreach (var spec in node.Op.Parameters(model.Graph.InputTypes(node)).Where(spec => spec.Trainable))
                weights = weights.With(node.ParameterName(spec), Masked(weights[node.ParameterName(spec)], channels[node.Name]));
        }
        return model with { Weights = weights };
    }

    private static HashSet<int> Concatenated(NetworkGraph graph, Node node, Dictionary<string, HashSet<int>> channels)
    {
        var result = new HashSet<int>();
        var offset = 0;
        foreach (var input in node.Inputs)
        {
            result.UnionWith(channels[input].Select(channel => channel + offset));
            offset += (int)graph.TypeOf(input).Shape.Channels;
        }
        return result;
    }

    private static WeightTensor Masked(WeightTensor tensor, HashSet<int> kept)
    {
        var data = tensor.Data.ToArray();
        var size = data.Length / (int)tensor.Shape[0];
        for (var i = 0; i < data.Length; i++)
            data[i] = kept.Contains(i / size) ? data[i] : 0;
        return tensor with { Data = data };
    }
}
