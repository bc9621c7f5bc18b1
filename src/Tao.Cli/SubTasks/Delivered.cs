using System.Text.Json;
using Tao.Engine;
using Tao.Engine.Events;
using Tao.Engine.Stages;

namespace Tao.Cli.SubTasks;

/// <summary>Puts a finished stage's artifacts where the command line asked for them.</summary>
internal static class Delivered
{
    private const string RecordName = "result.json";

    public static int Copy(PlannedStage stage, IEventSink sink)
    {
        if (stage.Deliveries.IsEmpty)
            return ExitCode.Success;
        var folder = stage.Request.FullOutputDirectory;
        var result = JsonSerializer.Deserialize<StageResult>(File.ReadAllText(Path.Combine(folder, RecordName)), EngineJson.Options)!;
        foreach (var delivery in stage.Deliveries)
        {
            if (result.Artifacts.FirstOrDefault(artifact => artifact.Name == delivery.Artifact) is not { } artifact)
            {
                sink.Publish(Error(CliCodes.MissingArtifact, $"{stage.Request.Stage} made no '{delivery.Artifact}' for '{delivery.Path}'.", "This is a bug; please report it."));
                return ExitCode.Bug;
            }
            if (TryReplace(Path.Combine(folder, artifact.Path), delivery.Path) is { } problem)
            {
                sink.Publish(Error(CliCodes.CannotWrite, problem, "Choose an output file that you may write to."));
                return ExitCode.UserError;
            }
            sink.Publish(new LogEvent($"wrote {delivery.Path}"));
        }
        return ExitCode.Success;
    }

    /// <summary>Copies beside the target and renames, so that the target is never half a file. Returns what went wrong.</summary>
    private static string? TryReplace(string source, string target)
    {
        if (Path.GetFullPath(source) == target)
            return null;
        var temporary = $"{target}.{Environment.ProcessId}.tmp";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(source, temporary, overwrite: true);
            File.Move(temporary, target, overwrite: true);
            return null;
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            return $"'{target}' cannot be written: {unwritable.Message}";
        }
    }

    private static DiagnosticEvent Error(string code, string message, string remedy) => new(code, "error", message, remedy, null, null, null);
}
