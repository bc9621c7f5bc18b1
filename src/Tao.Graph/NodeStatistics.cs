namespace Tao.Graph;

/// <summary>One line of a network's summary. Shared parameters count at every node that uses them.</summary>
public sealed record NodeStatistics(string Name, string Op, TensorShape Output, long Parameters, long MultiplyAdds);
