using System.Collections.Immutable;

namespace Tao.Graph;

/// <summary>Builds a graph node by node; each call returns the new value's name. <see cref="Build"/> verifies.</summary>
public sealed class GraphBuilder(string name)
{
    private readonly List<GraphInput> _inputs = [];
    private readonly List<Node> _nodes = [];
    private readonly Dictionary<string, TensorType> _types = [];
    private readonly SortedDictionary<string, string> _taps = new(StringComparer.Ordinal);

    public string Input(string inputName, TensorType type)
    {
        Claim(inputName, type);
        _inputs.Add(new GraphInput(inputName, type));
        return inputName;
    }

    public string Add(string nodeName, OpDefinition op, params ReadOnlySpan<string> inputs) =>
        Add(new Node(nodeName, op, [.. inputs]));

    public string Add(Node node)
    {
        var inputs = node.Inputs.Select(TypeOf).ToList();
        if (!node.Op.Accepts(inputs.Count))
            throw new GraphException($"Node '{node.Name}' ({node.Op.Name}) takes {node.Op.ArityText} inputs, not {inputs.Count}.");
        Claim(node.Name, InferType(node, inputs));
        _nodes.Add(node);
        return node.Name;
    }

    public TensorType TypeOf(string value) =>
        _types.GetValueOrDefault(value) ?? throw new GraphException($"The graph '{name}' has no value '{value}' yet.");

    /// <summary>Gives an internal value a public name, such as <c>stride16</c>.</summary>
    public void Tap(string tapName, string value)
    {
        TypeOf(value);
        _taps[tapName] = value;
    }

    public NetworkGraph Build(params ReadOnlySpan<string> outputs)
    {
        var graph = new NetworkGraph(name, [.. _inputs], [.. _nodes], [.. outputs]) { Taps = _taps.ToImmutableSortedDictionary() };
        Verification.GraphVerifier.Verify(graph);
        return graph;
    }

    private static TensorType InferType(Node node, IReadOnlyList<TensorType> inputs)
    {
        try
        {
            return node.Op.InferType(inputs);
        }
        catch (GraphException exception)
        {
            throw new GraphException($"Node '{node.Name}' ({node.Op.Name}) {exception.Message}");
        }
    }

    private void Claim(string valueName, TensorType type)
    {
        if (!_types.TryAdd(valueName, type))
            throw new GraphException($"The graph '{name}' has two values named '{valueName}'.");
    }
}
