using Tao.Graph;

namespace Tao.Engine.Pretrained;

/// <summary>The weights after a file's tensors replaced what they match, and what happened to each.</summary>
public sealed record WeightMatch(Weights Weights, MatchReport Report);
