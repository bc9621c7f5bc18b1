using System.Collections.Immutable;

namespace Tao.Graph.Passes;

/// <summary>
/// Decides which filters of each layer stay. Layers whose outputs meet element by element, layers that one shared kernel reads, and a
/// depthwise convolution with the layer that feeds it form groups that keep the same channels; a group that grows at a later meeting decides
/// anew, over all its members.
/// A layer is known by its parameter scope, so nodes that share parameters are one layer.
/// </summary>
internal sealed class PruneExplorer(Model model, PruneSettings settings)
{
    private readonly NetworkGraph _graph = model.Graph;
    private readonly OrderedDictionary<string, Layer> _layers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Node> _firstOfScope = new(StringComparer.Ordinal);
    private readonly HashSet<string> _excluded = new(StringComparer.Ordinal);

    public IReadOnlyList<PrunedLayer> Explore()
    {
        ExcludeFixedLayers();
        foreach (var node in _graph.Nodes)
        {
            switch (node.Op.ChannelFlow)
            {
                case ChannelFlow.Produces:
                    AddLayer(node);
                    EqualizeWithFirst(node);
                    break;
                case ChannelFlow.Filters:
                    Equalize([AddLayer(node), .. ProducersOf(node)], node);
                    break;
                case ChannelFlow.Joins:
                    // One filter next to many is stretched over all channels; its layer stays as it is.
                    Equalize([.. ProducersOf(node).Where(layer => layer.Filters == _graph.TypeOf(node.Name).Shape.Channels)], node);
                    break;
            }
        }
        return [.. _layers.Values.Select(layer => new PrunedLayer(layer.Scope, layer.Filters, layer.Kept))];
    }

    /// <summary>Layers named in the settings, and those above outputs and above ops that pruning cannot pass.</summary>
    private void ExcludeFixedLayers()
    {
        _excluded.UnionWith(settings.Excluded.Select(name => _graph.GetNode(name).ParameterScope));
        var blocked = _graph.Nodes.Where(node => node.Op.ChannelFlow == ChannelFlow.Blocks).SelectMany(node => node.Inputs);
        var pending = new Stack<string>(_graph.Outputs.Concat(blocked));
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (pending.TryPop(out var value))
        {
            if (!seen.Add(value) || _graph.FindNode(value) is not { } node)
                continue;
            if (IsLayer(node))
            {
                _excluded.Add(node.ParameterScope);
                continue;
            }
            foreach (var input in node.Inputs)
                pending.Push(input);
        }
    }

    private Layer AddLayer(Node node)
    {
        if (_layers.TryGetValue(node.ParameterScope, out var known))
            return known;
        var kernel = model.Weights[FilterSelection.KernelOf(node.ParameterScope)];
        var norms = _excluded.Contains(node.ParameterScope) ? null : FilterSelection.NormalizedNorms(kernel, settings.Normalizer);
        var layer = new Layer(node.ParameterScope, (int)kernel.Shape[0], norms);
        layer.Kept = norms is null ? FilterSelection.KeepAll(layer.Filters) : FilterSelection.Keep(norms, settings);
        _layers.Add(layer.Scope, layer);
        return layer;
    }

    /// <summary>What nodes with the same kernel read keeps the same channels.</summary>
    private void EqualizeWithFirst(Node node)
    {
        if (!_firstOfScope.TryAdd(node.ParameterScope, node))
            Equalize([.. ProducersOf(_firstOfScope[node.ParameterScope]), .. ProducersOf(node)], node);
    }

    /// <summary>Joins the layers' groups and decides for the joint group.</summary>
    private void Equalize(IReadOnlyCollection<Layer> layers, Node meeting)
    {
        var group = layers.SelectMany(layer => layer.Group).Distinct().ToList();
        if (group.Count < 2)
            return;
        if (group.Any(layer => layer.Filters != group[0].Filters))
        {
            var names = string.Join(", ", group.Select(layer => layer.Scope));
            throw new GraphException($"Layers of different widths meet at '{meeting.Name}': {names}.");
        }
        var kept = group.Any(layer => layer.Norms is null)
            ? FilterSelection.KeepAll(group[0].Filters)
            : FilterSelection.Keep(FilterSelection.Combine([.. group.Select(layer => layer.Norms!)], settings.Equalization), settings);
        foreach (var layer in group)
        {
            layer.Kept = kept;
            layer.Group = group;
        }
    }

    /// <summary>
    /// The nearest layers above a node, through everything that leaves channels in place. A graph input, or an op that pruning cannot pass,
    /// counts as a layer that keeps all channels.
    /// </summary>
    private IEnumerable<Layer> ProducersOf(Node node)
    {
        var found = new HashSet<Layer>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var pending = new Stack<string>(node.Inputs);
        while (pending.TryPop(out var value))
        {
            if (!seen.Add(value))
                continue;
            var above = _graph.FindNode(value);
            if (above is null || above.Op.ChannelFlow == ChannelFlow.Blocks)
                found.Add(Unprunable(value));
            else if (IsLayer(above))
                found.Add(_layers[above.ParameterScope]);
            else if (above.Op.ChannelFlow is ChannelFlow.Follows or ChannelFlow.Joins)
                PushAll(pending, above.Inputs);
            else
                throw new GraphException($"Pruning is not possible with {above.Name} layer in the way");
        }
        return found;
    }

    private Layer Unprunable(string value)
    {
        var layer = new Layer(value, (int)_graph.TypeOf(value).Shape.Channels, norms: null);
        layer.Kept = FilterSelection.KeepAll(layer.Filters);
        return layer;
    }

    private static void PushAll(Stack<string> stack, ImmutableArray<string> values)
    {
        foreach (var value in values)
            stack.Push(value);
    }

    private static bool IsLayer(Node node) => node.Op.ChannelFlow is ChannelFlow.Produces or ChannelFlow.Filters;

    private sealed class Layer
    {
        public Layer(string scope, int filters, double[]? norms)
        {
            (Scope, Filters, Norms) = (scope, filters, norms);
            Group = [this];
        }

        public string Scope { get; }

        public int Filters { get; }

        /// <summary>Null for a layer that keeps all its filters.</summary>
        public double[]? Norms { get; }

        public ImmutableArray<int> Kept { get; set; }

        public IReadOnlyList<Layer> Group { get; set; }
    }
}
