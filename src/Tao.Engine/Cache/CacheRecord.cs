using System.Collections.Immutable;
using System.Text.Json;
using Tao.Engine.Stages;

namespace Tao.Engine.Cache;

/// <summary>What a store keeps of a finished stage; the files' contents lie beside it, by their hashes.</summary>
internal sealed record CacheRecord
{
    /// <summary>Far more than a record of the largest spec has.</summary>
    public const int MaximumBytes = 1 << 24;

    private static readonly JsonSerializerOptions _json = new(EngineJson.Options) { RespectNullableAnnotations = true };

    public required StageResult Result { get; init; }

    /// <summary>What made it; see <see cref="CachePlatform"/>.</summary>
    public required string Platform { get; init; }

    /// <summary>Files of the stage that are no artifacts and yet belong to its result.</summary>
    public ImmutableArray<StageArtifact> Extras { get; init; } = [];

    /// <summary>Everything that is restored; the same content under two names is listed twice.</summary>
    public IEnumerable<StageArtifact> Files => Result.Artifacts.Concat(Extras);

    public byte[] Serialize() => JsonSerializer.SerializeToUtf8Bytes(this, _json);

    /// <summary>Null when it is no record, or when one of its files would lie outside of the stage's folder: a store may hold anything.</summary>
    public static CacheRecord? Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            var record = JsonSerializer.Deserialize<CacheRecord>(json, _json);
            return record is not null && record.Files.All(IsSound) && record.Result.Inputs.Values.All(value => value is not null) ? record : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsSound(StageArtifact? file) =>
        file is { Bytes: >= 0 }
        && file.Sha256 is { Length: 64 } && file.Sha256.All(char.IsAsciiHexDigitLower)
        && file.Path is { Length: > 0 } && file.Path != StageRecord.FileName && !Path.IsPathRooted(file.Path)
        && file.Path.Split('/', '\\').All(part => part is not ("" or "." or "..") && !part.Contains(':', StringComparison.Ordinal));
}
