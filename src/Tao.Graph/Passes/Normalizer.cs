namespace Tao.Graph.Passes;

/// <summary>What a layer's filter norms are divided by, so that one threshold suits all layers.</summary>
public enum Normalizer
{
    /// <summary>The layer's largest norm.</summary>
    Max,

    /// <summary>The Euclidean length of the layer's norms, divided by their number.</summary>
    L2,
}
