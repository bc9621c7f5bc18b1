using System.Collections.Immutable;

namespace Tao.Graph;

/// <summary>
/// The immutable network: inputs, nodes in execution order, outputs. Every pass returns a new one, which
/// <see cref="Verification.GraphVerifier"/> checks. Parameters live beside it, in <see cref="Weights"/>.
/// </summary>
public sealed class NetworkGraph
{
    private readonly ImmutableDictionary<string, Node> _nodesByName;
    private readonly Lazy<ImmutableDictionary<string, TensorType>> _types;
    private readonly Lazy<ILookup<string, Node>> _consumers;

    public NetworkGraph(string name, ImmutableArray<GraphInput> inputs, ImmutableArray<Node> nodes, ImmutableArray<string> outputs)
    {
        Name = name;
        Inputs = inputs;
        Nodes = nodes;
        Outputs = outputs;
        _nodesByName = nodes.DistinctBy(node => node.Name).ToImmutableDictionary(node => node.Name);
        _types = new(InferTypes);
        _consumers = new(() => nodes
            .SelectMany(node => node.Inputs.Distinct(), (node, input) => (node, input))
            .ToLookup(pair => pair.input, pair => pair.node));
    }

    public string Name { get; }

    public ImmutableArray<GraphInput> Inputs { get; }

    public ImmutableArray<Node> Nodes { get; }

    public ImmutableArray<string> Outputs { get; }

    /// <summary>Named internal values that a consumer may ask for, such as a backbone's features (<c>stride16</c> → node name).</summary>
    public ImmutableSortedDictionary<string, string> Taps { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    public Node? FindNode(string name) => _nodesByName.GetValueOrDefault(name);

    public Node GetNode(string name) => FindNode(name) ?? throw new GraphException($"The graph '{Name}' has no node '{name}'.");

    public IEnumerable<Node> ConsumersOf(string value) => _consumers.Value[value];

    /// <summary>Type of an input's or a node's value.</summary>
    public TensorType TypeOf(string value) =>
        _types.Value.GetValueOrDefault(value) ?? throw new GraphException($"The graph '{Name}' has no value '{value}'.");

    public IReadOnlyList<TensorType> InputTypes(Node node) => [.. node.Inputs.Select(TypeOf)];

    /// <summary>Every parameter once, with its full name, in node order.</summary>
    public IEnumerable<(string Name, ParameterSpec Spec, Node Node)> Parameters() =>
        Nodes.SelectMany(node => node.Op.Parameters(InputTypes(node)).Select(spec => (Name: node.ParameterName(spec), Spec: spec, Node: node)))
            .DistinctBy(parameter => parameter.Name);

    public NetworkGraph With(IEnumerable<Node> nodes, IEnumerable<string>? outputs = null) =>
        new(Name, Inputs, [.. nodes], outputs is null ? Outputs : [.. outputs]) { Taps = Taps };

    private ImmutableDictionary<string, TensorType> InferTypes()
    {
        var types = ImmutableDictionary.CreateBuilder<string, TensorType>();
        foreach (var input in Inputs)
            types[input.Name] = input.Type;
        foreach (var node in Nodes)
        {
            var inputs = node.Inputs.Select(name => types.GetValueOrDefault(name)
                ?? throw new GraphException($"Node '{node.Name}' ({node.Op.Name}) reads '{name}', which no input or earlier node makes.")).ToList();
            try
            {
                types[node.Name] = node.Op.InferType(inputs);
            }
            catch (GraphException exception)
            {
                throw new GraphException($"Node '{node.Name}' ({node.Op.Name}) {exception.Message}");
            }
        }
        return types.ToImmutable();
    }
}
