using System.Collections.Immutable;

namespace Tao.Engine.Artifacts;

/// <summary>Where a model comes from. Nothing in it depends on the clock, the machine or a path.</summary>
/// <param name="Network">Name of the network, such as <c>classification</c>.</param>
/// <param name="SpecFingerprint">Hash of the spec fields that made the model.</param>
/// <param name="EngineVersion">Version of the engine that wrote it.</param>
public sealed record ArtifactManifest(string Network, string SpecFingerprint, ulong Seed, string EngineVersion)
{
    /// <summary>SHA-256 of the artifact this one was made from (pruning, retraining); null for the first.</summary>
    public string? ParentSha256 { get; init; }

    /// <summary>Results by name (<c>val_acc</c>), sorted by name.</summary>
    public ImmutableSortedDictionary<string, double> Metrics { get; init; } =
        ImmutableSortedDictionary.Create<string, double>(StringComparer.Ordinal);
}
