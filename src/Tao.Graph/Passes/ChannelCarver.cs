using System.Collections.Immutable;

namespace Tao.Graph.Passes;

/// <summary>Cuts graph and weights down to the channels that stay; every parameter says itself which of its axes are channels.</summary>
/// <param name="keptByScope">The filters that stay, for each layer.</param>
internal sealed class ChannelCarver(Model model, IReadOnlyDictionary<string, ImmutableArray<int>> keptByScope)
{
    private readonly NetworkGraph _graph = model.Graph;
    private readonly Dictionary<string, ImmutableArray<int>> _channels = new(StringComparer.Ordinal);
    private readonly Dictionary<string, WeightTensor> _weights = new(StringComparer.Ordinal);

    public Model Carve()
    {
        foreach (var input in _graph.Inputs)
            _channels[input.Name] = All(input.Name);
        var nodes = new List<Node>();
        foreach (var node in _graph.Nodes)
        {
            var output = OutputChannels(node);
            _channels[node.Name] = output;
            CutParameters(node, _channels[node.Inputs[0]], output);
            nodes.Add(node.Op.ChannelFlow == ChannelFlow.Produces ? node with { Op = node.Op.WithOutputChannels(output.Length) } : node);
        }
        return new Model(_graph.With(nodes), Weights.From(_weights));
    }

    private ImmutableArray<int> OutputChannels(Node node)
    {
        var first = _channels[node.Inputs[0]];
        switch (node.Op.ChannelFlow)
        {
            case ChannelFlow.Produces:
                return keptByScope[node.ParameterScope];
            case ChannelFlow.Filters:
                Require(node, first.SequenceEqual(keptByScope[node.ParameterScope]));
                return first;
            case ChannelFlow.Follows:
                return first;
            case ChannelFlow.Joins:
                return Joined(node);
            case ChannelFlow.Concatenates:
                return Concatenated(node);
            case ChannelFlow.Expands:
                return Expanded(node, first);
            default:
                Require(node, node.Inputs.All(input => _channels[input].Length == ChannelCount(input)));
                return All(node.Name);
        }
    }

    /// <summary>Inputs of one channel are stretched and have no say.</summary>
    private ImmutableArray<int> Joined(Node node)
    {
        var channels = _graph.TypeOf(node.Name).Shape.Channels;
        var full = node.Inputs.Where(input => ChannelCount(input) == channels).Select(input => _channels[input]).ToList();
        Require(node, full.All(input => input.SequenceEqual(full[0])));
        return full[0];
    }

    private ImmutableArray<int> Concatenated(Node node)
    {
        var kept = ImmutableArray.CreateBuilder<int>();
        var offset = 0;
        foreach (var input in node.Inputs)
        {
            kept.AddRange(_channels[input].Select(channel => channel + offset));
            offset += ChannelCount(input);
        }
        return kept.ToImmutable();
    }

    /// <summary>Channel c of a flattened image is the run of H·W features from c·H·W.</summary>
    private ImmutableArray<int> Expanded(Node node, ImmutableArray<int> channels)
    {
        var area = ChannelCount(node.Name) / ChannelCount(node.Inputs[0]);
        return [.. channels.SelectMany(channel => Enumerable.Range(channel * area, area))];
    }

    private void CutParameters(Node node, ImmutableArray<int> input, ImmutableArray<int> output)
    {
        foreach (var spec in node.Op.Parameters(_graph.InputTypes(node)))
        {
            var name = node.ParameterName(spec);
            var tensor = model.Weights[name];
            if (spec.OutputChannelAxis is { } outputAxis)
                tensor = tensor.Select(outputAxis, output);
            if (spec.InputChannelAxis is { } inputAxis)
                tensor = tensor.Select(inputAxis, input);
            if (_weights.TryGetValue(name, out var shared) && !(shared.Shape == tensor.Shape && shared.Data.Span.SequenceEqual(tensor.Data.Span)))
                throw new GraphException($"Pruning is not possible: nodes that share '{name}' would keep different channels; exclude the layers before '{node.Name}'.");
            _weights[name] = tensor;
        }
    }

    private int ChannelCount(string value) => (int)_graph.TypeOf(value).Shape.Channels;

    private ImmutableArray<int> All(string value) => FilterSelection.KeepAll(ChannelCount(value));

    private static void Require(Node node, bool condition)
    {
        if (!condition)
            throw new GraphException($"The channels that meet at node '{node.Name}' ({node.Op.Name}) were pruned differently.");
    }
}
