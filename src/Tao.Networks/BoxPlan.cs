using System.Collections.Immutable;
using Tao.Data.Classification;
using Tao.Data.Detection;

namespace Tao.Networks;

/// <summary>What a detector's spec says about its data.</summary>
public sealed record BoxPlan
{
    /// <summary>Class in the labels → class to find.</summary>
    public required ImmutableSortedDictionary<string, string> ClassMapping { get; init; }

    /// <summary>The spec's field of <see cref="ClassMapping"/>, for messages.</summary>
    public required string MappingField { get; init; }

    /// <summary>As the spec gives them, with paths that are not resolved.</summary>
    public required ImmutableArray<BoxSource> Train { get; init; }

    /// <inheritdoc cref="Train"/>
    public required ImmutableArray<BoxSource> Validation { get; init; }

    /// <summary>None for the test set: without one of the project's the validation set serves.</summary>
    public ImmutableArray<BoxSource> Sources(SplitRole role) => role switch
    {
        SplitRole.Train => Train,
        SplitRole.Validation => Validation,
        _ => [],
    };
}
