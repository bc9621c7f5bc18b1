using Tao.Engine.Stages;

namespace Tao.Engine.Jobs;

/// <summary>One run of a stage as every process of this user sees it; a JSON file in the registry's folder.</summary>
public sealed record JobRecord
{
    /// <summary>Six lower-case hexadecimal digits.</summary>
    public required string Id { get; init; }

    public required ProcessIdentity Process { get; init; }

    public required JobState State { get; init; }

    public required string Network { get; init; }

    public required StageKind Stage { get; init; }

    public required string ProjectDirectory { get; init; }

    public required string OutputDirectory { get; init; }

    public required DateTimeOffset StartedUtc { get; init; }

    public required DateTimeOffset UpdatedUtc { get; init; }

    public DateTimeOffset? EndedUtc { get; init; }

    public JobProgress? Progress { get; init; }

    /// <summary>Why it failed, in one line.</summary>
    public string? Message { get; init; }
}
