using System.Collections.Immutable;
using Tao.Graph;
using Tao.Graph.Ops;
using Tao.Graph.Passes;
using Tao.Testing;
using Tao.Testing.Ops;
using TorchSharp;
using static TorchSharp.torch;
using Padding = Tao.Graph.Padding;

namespace Tao.Runtime.Tests.Ops;

/// <summary>A pruned network computes what the whole one does when the readers of the removed channels do not look at them.</summary>
public sealed class PrunedOpTests
{
    private static readonly PruneSettings _half = new(Granularity: 1, Threshold: 0.2, MinFilters: 1);

    public static TheoryData<OpCase> Cases => [.. OpTable.All];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Pruned_run_equals_masked_run(OpCase item)
    {
        var model = Surrounded(item);
        var result = new PrunePass(_half).Prune(model);
        var kept = result.Report.Layers.ToDictionary(layer => layer.Name, layer => layer.Kept);

        var before = result.Report.Layers.Where(layer => layer.Name.StartsWith("before", StringComparison.Ordinal) && layer.Total > 1).ToList();
        Assert.All(before, layer => Assert.Equal(item.KeepsAllChannels is null ? (layer.Total + 1) / 2 : layer.Total, layer.Kept.Length));
        TorchValues.AssertClose(Run(Masked(model, kept)), Run(result.Model), 1e-5f, item.Name);
    }

    /// <summary>Layers that make the op's inputs, the op, and a layer that reads it; of each layer before, every second filter is weak.</summary>
    private static Model Surrounded(OpCase item)
    {
        var (height, width) = item.Inputs.Where(shape => shape.Rank == 3).Select(shape => (shape[1], shape[2])).DefaultIfEmpty((3, 3)).Max();
        var builder = new GraphBuilder("surrounded");
        var image = builder.Input("image", TensorType.Image(2, height, width));
        var inputs = item.Inputs.Select((shape, i) => Producer(builder, image, shape, i)).ToArray();
        var op = builder.Add(OpCase.NodeName, item.Op, inputs);
        var graph = builder.Build(builder.TypeOf(op).Shape.Rank switch
        {
            4 => builder.Add("after", new Conv2d(3, 1, 1), op),
            2 => builder.Add("after", new Linear(3), op),
            // Nothing with a kernel reads a detector's rows.
            _ => op,
        });
        return new Model(graph, Weakened(Numbers.Weights(graph)));
    }

    private static string Producer(GraphBuilder builder, string image, TensorShape shape, int index)
    {
        if (shape.Rank == 1)
        {
            var flat = builder.Add($"flat{index}", new Flatten(), builder.Add($"mean{index}", new GlobalAveragePool(), image));
            return builder.Add($"before{index}", new Linear((int)shape[0]), flat);
        }
        if (shape.Rank == 2)
        {
            var cell = builder.Add($"mean{index}", new GlobalAveragePool(), image);
            return builder.Add($"rows{index}", new AnchorRows((int)shape[1]), builder.Add($"before{index}", new Conv2d((int)shape.ElementCount, 1, 1), cell));
        }
        var convolution = builder.Add($"before{index}", new Conv2d((int)shape[0], 3, 3, Padding: Padding.Same(3)), image);
        return (shape[1], shape[2]) == (1, 1) ? builder.Add($"mean{index}", new GlobalAveragePool(), convolution) : convolution;
    }

    private static Weights Weakened(Weights weights) => Weights.From(weights.Values.Select(pair =>
    {
        // The reader is the output layer, which keeps its filters anyway.
        if (!pair.Key.EndsWith(".weight", StringComparison.Ordinal) || pair.Value.Shape.Rank < 2 || pair.Key.StartsWith("after", StringComparison.Ordinal))
            return pair;
        var values = pair.Value.Data.ToArray();
        var size = values.Length / (int)pair.Value.Shape[0];
        for (var i = 0; i < values.Length; i++)
            values[i] *= i / size % 2 == 1 ? 0.01f : 1;
        return KeyValuePair.Create(pair.Key, pair.Value with { Data = values });
    }));

    /// <summary>The whole model, in which no kernel reads the channels that pruning removed.</summary>
    private static Model Masked(Model model, IReadOnlyDictionary<string, ImmutableArray<int>> kept)
    {
        var weights = model.Weights;
        foreach (var node in model.Graph.Nodes.Where(node => node.Op is Conv2d or ConvTranspose2d or Linear))
        {
            var seen = Kept(model.Graph, node.Inputs[0], kept).ToHashSet();
            var (name, kernel) = ($"{node.Name}.weight", weights[$"{node.Name}.weight"]);
            var values = kernel.Data.ToArray();
            var area = kernel.Shape.Sizes.Skip(2).Aggregate(1, (product, size) => product * (int)size);
            for (var i = 0; i < values.Length; i++)
                values[i] = seen.Contains(i / area % (int)kernel.Shape[1]) ? values[i] : 0;
            weights = weights.With(name, kernel with { Data = values });
        }
        return model with { Weights = weights };
    }

    /// <summary>The channels of a value that pruning leaves, told from the channel flow of the ops alone.</summary>
    private static IEnumerable<int> Kept(NetworkGraph graph, string value, IReadOnlyDictionary<string, ImmutableArray<int>> layers)
    {
        var channels = (int)graph.TypeOf(value).Shape.Channels;
        if (graph.FindNode(value) is not { } node || node.Op.ChannelFlow == ChannelFlow.Blocks)
            return Enumerable.Range(0, channels);
        if (layers.TryGetValue(value, out var kept))
            return kept;
        var first = node.Inputs[0];
        switch (node.Op.ChannelFlow)
        {
            case ChannelFlow.Joins:
                return Kept(graph, node.Inputs.First(input => graph.TypeOf(input).Shape.Channels == channels), layers);
            case ChannelFlow.Concatenates:
                var starts = node.Inputs.Select((_, i) => node.Inputs.Take(i).Sum(input => (int)graph.TypeOf(input).Shape.Channels));
                return node.Inputs.Zip(starts).SelectMany(part => Kept(graph, part.First, layers).Select(channel => part.Second + channel));
            case ChannelFlow.Expands:
                var area = channels / (int)graph.TypeOf(first).Shape.Channels;
                return Kept(graph, first, layers).SelectMany(channel => Enumerable.Range(channel * area, area));
            default:
                return Kept(graph, first, layers);
        }
    }

    private static float[] Run(Model model)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        using var module = model.ToModule();
        var shape = model.Graph.Inputs[0].Type.Shape.With(0, 2);
        using var image = Numbers.Uniform(shape.ElementCount, 5).ToTensor([.. shape.Sizes]);
        return module.Run(image, model.Graph.Outputs[0], ForwardMode.Inference).ToArray();
    }
}
