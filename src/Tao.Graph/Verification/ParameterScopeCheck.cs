namespace Tao.Graph.Verification;

/// <summary>Nodes that share parameters must agree on them.</summary>
internal static class ParameterScopeCheck
{
    public static IEnumerable<string> Run(NetworkGraph graph)
    {
        var owners = new Dictionary<string, (ParameterSpec Spec, Node Node)>(StringComparer.Ordinal);
        foreach (var node in graph.Nodes)
        {
            foreach (var spec in SpecsOf(graph, node))
            {
                var name = node.ParameterName(spec);
                if (owners.TryAdd(name, (spec, node)))
                    continue;
                var (first, owner) = owners[name];
                if (first.Shape != spec.Shape || first.Role != spec.Role)
                {
                    yield return $"Nodes '{owner.Name}' and '{node.Name}' share '{name}' "
                        + $"as {first.Role} [{first.Shape}] and as {spec.Role} [{spec.Shape}].";
                }
            }
        }
    }

    /// <summary>None where the node's types are unsound: the structure check has reported that already.</summary>
    private static IReadOnlyList<ParameterSpec> SpecsOf(NetworkGraph graph, Node node)
    {
        try
        {
            return node.Op.Parameters(graph.InputTypes(node));
        }
        catch (GraphException)
        {
            return [];
        }
    }
}
