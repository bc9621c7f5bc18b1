using Tao.Engine.Stages;

namespace Tao.Engine.Cache;

/// <param name="Stage">Null for a record that could not be read.</param>
/// <param name="Bytes">Of its own files, which no later result shares.</param>
public sealed record CollectedResult(StageKind? Stage, string Network, DateTimeOffset LastUsed, long Bytes);
