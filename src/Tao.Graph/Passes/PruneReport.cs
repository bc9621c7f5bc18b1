using System.Collections.Immutable;

namespace Tao.Graph.Passes;

/// <summary>What pruning did, layer by layer in graph order.</summary>
public sealed record PruneReport(ImmutableArray<PrunedLayer> Layers, long ParametersBefore, long ParametersAfter)
{
    /// <summary>TAO's "pruning ratio (pruned model / original model)"; moving statistics count as parameters.</summary>
    public double PruningRatio => (double)ParametersAfter / ParametersBefore;
}
