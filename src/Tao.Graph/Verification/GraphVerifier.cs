namespace Tao.Graph.Verification;

/// <summary>Checks a graph and, with weights, that every parameter is there in its declared shape.</summary>
public static class GraphVerifier
{
    /// <summary>Throws <see cref="GraphException"/> that lists every problem found.</summary>
    public static void Verify(NetworkGraph graph) => ThrowIfAny(graph, Problems(graph));

    /// <summary>As <see cref="Verify(NetworkGraph)"/>; in addition the weights' names, shapes and finiteness.</summary>
    public static void Verify(Model model) => ThrowIfAny(model.Graph, Problems(model));

    /// <summary>Every problem of the graph, one sentence each, in node order.</summary>
    public static IReadOnlyList<string> Problems(NetworkGraph graph)
    {
        var structure = new StructureCheck(graph).Run();
        return [.. structure, .. ParameterScopeCheck.Run(graph)];
    }

    /// <summary>Every problem of the graph and, when its structure is sound, of its weights.</summary>
    public static IReadOnlyList<string> Problems(Model model)
    {
        var problems = Problems(model.Graph);
        return problems.Count > 0 ? problems : [.. WeightsCheck.Run(model)];
    }

    private static void ThrowIfAny(NetworkGraph graph, IReadOnlyList<string> problems)
    {
        if (problems.Count > 0)
            throw new GraphException($"The graph '{graph.Name}' is not sound:\n  {string.Join("\n  ", problems)}");
    }
}
