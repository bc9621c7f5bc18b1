namespace Tao.Engine.Cache;

/// <summary>What a collection leaves.</summary>
/// <param name="MaximumBytes">As many bytes as stay at most; null for any number.</param>
/// <param name="UsedSince">Results not used since then go; null keeps them.</param>
/// <param name="DryRun">Only tells what would go.</param>
public sealed record CollectOptions(long? MaximumBytes, DateTimeOffset? UsedSince, bool DryRun);
