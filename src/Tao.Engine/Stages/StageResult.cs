using System.Collections.Immutable;

namespace Tao.Engine.Stages;

/// <summary>The record of a finished stage, <c>result.json</c> in its output directory; written last, so its presence means success.</summary>
public sealed record StageResult
{
    public required StageKind Stage { get; init; }

    public required string Network { get; init; }

    /// <summary>Hash of all that the stage read.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>What went into the fingerprint, by name, so that a difference can be explained.</summary>
    public ImmutableSortedDictionary<string, string> Inputs { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    public ImmutableSortedDictionary<string, double> Metrics { get; init; } = ImmutableSortedDictionary<string, double>.Empty;

    public ImmutableArray<StageArtifact> Artifacts { get; init; } = [];

    /// <summary>Wall time of the run that made the artifacts.</summary>
    public double DurationSeconds { get; init; }
}
