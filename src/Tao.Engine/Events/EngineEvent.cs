using System.Text.Json.Serialization;
using Tao.Engine.Stages;
using Tao.Specs;

namespace Tao.Engine.Events;

/// <summary>What a running stage tells its faces; one JSON line each on the standard output of <c>tao exec</c>.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(StageEvent), "stage")]
[JsonDerivedType(typeof(ProgressEvent), "progress")]
[JsonDerivedType(typeof(MetricEvent), "metric")]
[JsonDerivedType(typeof(DiagnosticEvent), "diagnostic")]
[JsonDerivedType(typeof(ArtifactEvent), "artifact")]
[JsonDerivedType(typeof(LogEvent), "log")]
public abstract record EngineEvent;

/// <param name="Reason">Why it runs or need not: for example <c>field train_config.n_epochs: 20 -> 80</c>.</param>
public sealed record StageEvent(StageKind Stage, StageStatus Status, string? Reason = null) : EngineEvent;

/// <param name="Epoch">From 1.</param>
/// <param name="Step">Steps done in this epoch.</param>
public sealed record ProgressEvent(string Activity, int Epoch, int Epochs, int Step, int Steps, double? EtaSeconds = null) : EngineEvent;

public sealed record MetricEvent(string Name, double Value, int? Epoch = null) : EngineEvent;

public sealed record ArtifactEvent(string Name, string Path, string Sha256, long Bytes) : EngineEvent;

/// <summary>A line of text for people, such as a table of results.</summary>
public sealed record LogEvent(string Text) : EngineEvent;

public sealed record DiagnosticEvent(string Code, string Severity, string Message, string? Remedy, string? File, int? Line, int? Column) : EngineEvent
{
    public static DiagnosticEvent From(Diagnostic diagnostic) => new(
        diagnostic.Code,
        diagnostic.Severity.ToString().ToLowerInvariant(),
        diagnostic.Message,
        diagnostic.Remedy,
        diagnostic.Location?.File,
        diagnostic.Location?.Line,
        diagnostic.Location?.Column);
}
