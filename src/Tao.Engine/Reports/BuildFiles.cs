using System.Collections.Immutable;
using System.Text.Json;
using CsvHelper;
using Tao.Engine.Evaluation;
using Tao.Engine.Gates;
using Tao.Engine.Stages;

namespace Tao.Engine.Reports;

/// <summary>What the stages of a build left for a report: their results, tables, logs and pictures. What a stage does not make is empty.</summary>
/// <param name="Folders">The output directory of each stage.</param>
internal sealed record BuildFiles(ImmutableArray<StageResult> Results, ImmutableSortedDictionary<StageKind, string> Folders)
{
    private static readonly StageKind[] _evaluations = [StageKind.EvaluateRetrained, StageKind.Evaluate];

    public StageResult? Find(StageKind stage) => Results.FirstOrDefault(result => result.Stage == stage);

    /// <summary>The evaluation of the last model in float, whose tables and pictures are shown.</summary>
    public StageKind? LastEvaluation => _evaluations.Select(stage => (StageKind?)stage).FirstOrDefault(stage => Find(stage!.Value) is not null);

    /// <summary>A table that a stage made, the header first.</summary>
    /// <param name="artifact">Its name in the stage's result.</param>
    public ImmutableArray<string[]> Table(StageKind stage, string artifact) => PathOf(stage, artifact) is { } path ? ReadCsv(path) : [];

    /// <summary>The names of the tables of a stage that begin so.</summary>
    public IEnumerable<string> TablesNamed(StageKind stage, string prefix) =>
        Find(stage)?.Artifacts.Select(artifact => artifact.Name).Where(name => name.StartsWith(prefix, StringComparison.Ordinal)) ?? [];

    public ImmutableArray<Example> Examples(StageKind stage) =>
        PathOf(stage, "examples") is { } path ? JsonSerializer.Deserialize<ImmutableArray<Example>>(File.ReadAllText(path), EngineJson.Options) : [];

    public ImmutableArray<GateVerdict> Verdicts()
    {
        string path = Folders.TryGetValue(StageKind.Gate, out string? folder) ? Path.Combine(folder, GateReport.JsonFile) : "";
        return File.Exists(path) ? JsonSerializer.Deserialize<ImmutableArray<GateVerdict>>(File.ReadAllText(path), EngineJson.Options) : [];
    }

    private string? PathOf(StageKind stage, string artifact)
    {
        string? file = Find(stage)?.Artifacts.FirstOrDefault(candidate => candidate.Name == artifact)?.Path;
        string path = file is null ? "" : Path.Combine(Folders[stage], file);
        return File.Exists(path) ? path : null;
    }

    private static ImmutableArray<string[]> ReadCsv(string path)
    {
        using var csv = CsvReader.FromText(File.ReadAllText(path));
        var rows = ImmutableArray.CreateBuilder<string[]>();
        while (csv.Read())
            rows.Add([.. csv.Headers.Select(name => csv.GetString(name))]);
        return rows.Count == 0 ? [] : [[.. csv.Headers], .. rows];
    }
}
