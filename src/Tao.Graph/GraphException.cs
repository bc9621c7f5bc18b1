namespace Tao.Graph;

/// <summary>A graph that cannot be built, verified or transformed; the message names the node.</summary>
public sealed class GraphException(string message) : Exception(message);
