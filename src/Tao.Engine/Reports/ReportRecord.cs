using System.Collections.Immutable;
using System.Text.Json;
using Tao.Engine.IO;
using Tao.Engine.Stages;

namespace Tao.Engine.Reports;

/// <summary>What a report remembers of its build, so that the next one can say what has changed.</summary>
internal sealed record ReportRecord(ImmutableArray<StageResult> Results)
{
    public const string FileName = "report.json";

    public static ReportRecord Empty { get; } = new([]);

    /// <summary>Empty when there is none, or none that this engine can read.</summary>
    public static ReportRecord Read(string path)
    {
        try
        {
            return File.Exists(path) && JsonSerializer.Deserialize<ReportRecord>(File.ReadAllText(path), EngineJson.Options) is { Results.IsDefault: false } record ? record : Empty;
        }
        catch (JsonException)
        {
            return Empty;
        }
    }

    public void Write(string path) => AtomicFile.WriteText(path, JsonSerializer.Serialize(this, EngineJson.Options) + "\n");

    public StageResult? Find(StageKind stage) => Results.FirstOrDefault(result => result.Stage == stage);
}
