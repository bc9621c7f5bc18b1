namespace Tao.Graph.Passes;

/// <summary>How the normalised norms of layers whose outputs meet element by element become one.</summary>
public enum EqualizationCriterion
{
    /// <summary>The largest: a channel that any layer wants stays.</summary>
    Union,

    /// <summary>The smallest: a channel that every layer wants stays.</summary>
    Intersection,

    ArithmeticMean,

    GeometricMean,
}
