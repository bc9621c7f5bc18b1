using System.Collections.Immutable;

namespace Tao.Engine.Cache;

/// <summary>What a collection removed from a folder, or would have.</summary>
/// <param name="Removed">Results that went, the longest unused first.</param>
/// <param name="Kept">How many results stay.</param>
/// <param name="BytesFreed">Of results, and of files that no result needs.</param>
/// <param name="BytesKept">What the folder holds afterwards.</param>
public sealed record CollectReport(ImmutableArray<CollectedResult> Removed, int Kept, long BytesFreed, long BytesKept);
