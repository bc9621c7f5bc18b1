using Tao.Engine.Stages;

namespace Tao.Engine.Gates;

/// <summary>One bound of one gate, held against the metric.</summary>
/// <param name="Rule">The bound in words: <c>at least 0.75</c>, <c>at most 0.01 below Retrain (0.8824)</c>.</param>
/// <param name="Bound">The number that the value may not pass.</param>
/// <param name="Noise">How far it may pass it, for what is measured.</param>
public sealed record GateVerdict(string Metric, StageKind Stage, double Value, string Rule, double Bound, double Noise, bool Passed);
