using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Tao.Engine.Pretrained;

namespace Tao.Engine.Artifacts;

/// <summary><c>manifest.json</c>: the format's version, the model's origin, and size and hash of every other part.</summary>
internal sealed record ManifestDocument(int FormatVersion, ArtifactManifest Origin, ImmutableArray<PartRecord> Parts)
{
    public const int CurrentVersion = 1;

    private static readonly JsonSerializerOptions _options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        AllowDuplicateProperties = false,
    };

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this with { Origin = Sorted(Origin) }, _options);

    /// <summary>Reads the version first, so that a newer format is told from a damaged file.</summary>
    public static ManifestDocument FromJson(ReadOnlySpan<byte> json)
    {
        try
        {
            var version = JsonSerializer.Deserialize<VersionOnly>(json, _options)?.FormatVersion;
            if (version > CurrentVersion)
            {
                throw new WeightFormatException(
                    $"its format is version {version}, newer than the {CurrentVersion} that this engine reads.", WeightErrors.ArtifactTooNew);
            }
            return JsonSerializer.Deserialize<ManifestDocument>(json, _options) ?? throw new JsonException("it is empty");
        }
        catch (JsonException exception)
        {
            throw new WeightFormatException($"its {ArtifactParts.Manifest} is malformed: {exception.Message}", WeightErrors.ArtifactDamaged);
        }
    }

    private static ArtifactManifest Sorted(ArtifactManifest origin) =>
        origin with { Metrics = origin.Metrics.ToImmutableSortedDictionary(StringComparer.Ordinal) };

    private sealed record VersionOnly(int FormatVersion);
}
