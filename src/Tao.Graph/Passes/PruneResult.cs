namespace Tao.Graph.Passes;

/// <summary>The smaller model and the account of what went.</summary>
public sealed record PruneResult(Model Model, PruneReport Report);
