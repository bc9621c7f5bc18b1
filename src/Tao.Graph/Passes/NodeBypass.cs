using System.Collections.Immutable;

namespace Tao.Graph.Passes;

/// <summary>
/// Takes single-input nodes out of a graph: their readers read their input instead. The graph's outputs keep their names; where a removed
/// node was an output, the node before it takes over the name (and keeps its parameters' names).
/// </summary>
internal sealed class NodeBypass(NetworkGraph graph)
{
    private readonly Dictionary<string, string> _standIns = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Node> _replacements = new(StringComparer.Ordinal);
    private readonly HashSet<string> _removed = new(StringComparer.Ordinal);

    /// <summary>False, and nothing happens, when an output's name would be lost.</summary>
    public bool TryRemove(Node node)
    {
        var source = Resolve(node.Inputs[0]);
        if (!graph.Outputs.Contains(node.Name))
            _standIns[node.Name] = source;
        else if (graph.FindNode(source) is null || graph.Outputs.Contains(source))
            return false;
        else
            _standIns[source] = node.Name;
        return _removed.Add(node.Name);
    }

    public void Replace(Node node) => _replacements[node.Name] = node;

    public NetworkGraph Apply()
    {
        var nodes = graph.Nodes.Where(node => !_removed.Contains(node.Name)).Select(Rewire);
        return new NetworkGraph(graph.Name, graph.Inputs, [.. nodes], graph.Outputs)
        {
            Taps = graph.Taps.ToImmutableSortedDictionary(tap => tap.Key, tap => Resolve(tap.Value)),
        };
    }

    private Node Rewire(Node original)
    {
        var node = _replacements.GetValueOrDefault(original.Name, original);
        return node with { Name = Resolve(node.Name), Inputs = [.. node.Inputs.Select(Resolve)], ParameterScope = node.ParameterScope };
    }

    private string Resolve(string value)
    {
        while (_standIns.TryGetValue(value, out var standIn))
            value = standIn;
        return value;
    }
}
