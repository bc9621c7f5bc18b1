using System.Collections.Immutable;
using System.Text.Json;
using Tao.Engine.IO;
using Tao.Engine.Stages;

namespace Tao.Engine.Gates;

/// <summary>Metrics of an earlier build, kept in the project: stage → metric → value, and for what is measured its deviation under <c>metric±</c>.</summary>
internal sealed class Baseline
{
    private const string DeviationSuffix = "±";

    private readonly ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, double>> _stages;

    private Baseline(ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, double>> stages)
    {
        _stages = stages;
    }

    public static Baseline Empty { get; } = new(ImmutableSortedDictionary.Create<string, ImmutableSortedDictionary<string, double>>(StringComparer.Ordinal));

    /// <summary>Null when there is no file.</summary>
    /// <exception cref="JsonException">It is no baseline.</exception>
    public static Baseline? Read(string path) => File.Exists(path)
        ? new Baseline(JsonSerializer.Deserialize<ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, double>>>(File.ReadAllText(path), EngineJson.Options)
            ?? throw new JsonException("The file is empty."))
        : null;

    public MeasuredMetric? Find(StageKind stage, string metric) =>
        _stages.TryGetValue(stage.ToString(), out var metrics) && metrics.TryGetValue(metric, out double value)
            ? new MeasuredMetric(stage, value, metrics.GetValueOrDefault(metric + DeviationSuffix))
            : null;

    public Baseline With(string metric, MeasuredMetric measured)
    {
        string stage = measured.Stage.ToString();
        var metrics = (_stages.GetValueOrDefault(stage) ?? ImmutableSortedDictionary.Create<string, double>(StringComparer.Ordinal)).SetItem(metric, measured.Value);
        return new Baseline(_stages.SetItem(stage, measured.Deviation > 0 ? metrics.SetItem(metric + DeviationSuffix, measured.Deviation) : metrics.Remove(metric + DeviationSuffix)));
    }

    public void Write(string path) => AtomicFile.WriteText(path, JsonSerializer.Serialize(_stages, EngineJson.Options) + "\n");
}
