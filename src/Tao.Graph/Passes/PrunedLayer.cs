using System.Collections.Immutable;

namespace Tao.Graph.Passes;

/// <summary>One layer of a <see cref="PruneReport"/>.</summary>
/// <param name="Name">The layer's parameter scope.</param>
/// <param name="Total">Its filters before.</param>
/// <param name="Kept">The filters that stayed, as indices into those before, ascending.</param>
public sealed record PrunedLayer(string Name, int Total, ImmutableArray<int> Kept);
