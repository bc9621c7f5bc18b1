namespace Tao.Graph.Ops;

/// <summary>a · b; a gate of (N, C, 1, 1) scales whole channels (Hu et al. 2018, squeeze and excitation).</summary>
public sealed record Multiply : JoinOp;
