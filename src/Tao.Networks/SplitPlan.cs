namespace Tao.Networks;

/// <summary>What a spec says about one part of the data.</summary>
/// <param name="Path">As the spec gives it, not resolved; empty when it gives none.</param>
/// <param name="Field">The spec's field, for messages; null when the spec has no field for this part.</param>
public sealed record SplitPlan(string Path, string? Field);
