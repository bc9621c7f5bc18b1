namespace Tao.Graph;

/// <summary>A network and its weights.</summary>
public sealed record Model(NetworkGraph Graph, Weights Weights);
