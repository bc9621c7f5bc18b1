using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Tao.Engine.Gates;

namespace Tao.Engine.Stages;

/// <summary>
/// All that one stage is told: MSBuild writes it to <c>obj</c> as JSON, the command line makes it from flags. Paths may be
/// relative to <see cref="ProjectDirectory"/>.
/// </summary>
public sealed record StageRequest
{
    public required StageKind Stage { get; init; }

    /// <summary>Name in the network catalogue, such as <c>classification</c>.</summary>
    public required string Network { get; init; }

    public required string ProjectDirectory { get; init; }

    public required string Spec { get; init; }

    public required string OutputDirectory { get; init; }

    /// <summary>Artifacts of earlier stages by role: <c>dataset</c>, <c>model</c>, <c>onnx</c> ...</summary>
    public ImmutableSortedDictionary<string, string> Inputs { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Settings that no spec holds, by their long flag name: <c>pruning_threshold</c>, <c>data_type</c> ...</summary>
    public ImmutableSortedDictionary<string, string> Options { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>What the stage Gate holds the metrics of the others against.</summary>
    public ImmutableArray<GateDeclaration> Gates { get; init; } = [];

    public ImmutableArray<MountPoint> Mounts { get; init; } = [];

    /// <summary>Seed for everything random; null takes the spec's <c>random_seed</c>, else 42.</summary>
    public ulong? Seed { get; init; }

    /// <summary><c>cpu</c>, <c>cuda</c> or <c>cuda:1</c>.</summary>
    public string Device { get; init; } = "cpu";

    [JsonIgnore]
    public string FullOutputDirectory => FullPath(OutputDirectory);

    public string FullPath(string path) => Path.GetFullPath(path, ProjectDirectory);

    public static StageRequest Parse(string json) =>
        JsonSerializer.Deserialize<StageRequest>(json, EngineJson.Options) ?? throw new JsonException("The request is empty.");

    public string ToJson() => JsonSerializer.Serialize(this, EngineJson.Options);
}
