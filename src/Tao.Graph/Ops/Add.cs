namespace Tao.Graph.Ops;

/// <summary>a + b.</summary>
public sealed record Add : JoinOp;
