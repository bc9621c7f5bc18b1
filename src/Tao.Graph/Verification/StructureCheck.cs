namespace Tao.Graph.Verification;

/// <summary>Names, order, arity, types, outputs and nodes that nothing uses.</summary>
internal sealed class StructureCheck(NetworkGraph graph)
{
    private readonly List<string> _problems = [];

    // A value whose type could not be found is held as null, so that one fault is not reported at every node below it.
    private readonly Dictionary<string, TensorType?> _types = new(StringComparer.Ordinal);
    private readonly HashSet<string> _everMade = [.. graph.Inputs.Select(input => input.Name), .. graph.Nodes.Select(node => node.Name)];

    public IReadOnlyList<string> Run()
    {
        foreach (var input in graph.Inputs)
            Claim(input.Name, input.Type);
        foreach (var node in graph.Nodes)
            Claim(node.Name, InferType(node));
        CheckEnds();
        CheckUse();
        return _problems;
    }

    private void Claim(string name, TensorType? type)
    {
        if (string.IsNullOrWhiteSpace(name))
            _problems.Add("A value has an empty name.");
        else if (!_types.TryAdd(name, type))
            _problems.Add($"Two values are named '{name}'.");
    }

    private TensorType? InferType(Node node)
    {
        var label = $"Node '{node.Name}' ({node.Op.Name})";
        var known = _problems.Count;
        if (OpCatalog.Find(node.Op.Name) != node.Op.GetType())
            _problems.Add($"{label} is an op that the catalogue lacks.");
        if (!node.Op.Accepts(node.Inputs.Length))
            _problems.Add($"{label} takes {node.Op.ArityText} inputs, not {node.Inputs.Length}.");
        foreach (var input in node.Inputs.Where(input => !_types.ContainsKey(input)))
            _problems.Add(_everMade.Contains(input) ? $"{label} reads '{input}' before it is made." : $"{label} reads '{input}', which nothing makes.");
        if (_problems.Count > known || node.Inputs.Any(input => _types[input] is null))
            return null;
        try
        {
            return node.Op.InferType([.. node.Inputs.Select(input => _types[input]!)]);
        }
        catch (GraphException exception)
        {
            _problems.Add($"{label} {exception.Message}");
            return null;
        }
    }

    private void CheckEnds()
    {
        if (graph.Outputs.IsEmpty)
            _problems.Add("There is no output.");
        foreach (var output in graph.Outputs.Where(output => !_everMade.Contains(output)))
            _problems.Add($"The output '{output}' does not exist.");
        foreach (var output in graph.Outputs.GroupBy(output => output).Where(group => group.Count() > 1))
            _problems.Add($"The output '{output.Key}' is listed twice.");
        foreach (var (tap, value) in graph.Taps.Where(tap => !_everMade.Contains(tap.Value)))
            _problems.Add($"The tap '{tap}' names '{value}', which does not exist.");
    }

    private void CheckUse()
    {
        HashSet<string> used = [.. graph.Outputs, .. graph.Taps.Values];
        foreach (var node in graph.Nodes.Reverse())
        {
            if (used.Contains(node.Name))
                used.UnionWith(node.Inputs);
            else
                _problems.Add($"Node '{node.Name}' ({node.Op.Name}) is used by no output and no tap.");
        }
        foreach (var input in graph.Inputs.Where(input => !used.Contains(input.Name)))
            _problems.Add($"The input '{input.Name}' is used by nothing.");
    }
}
