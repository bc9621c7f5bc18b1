using Tao.Engine.Datasets;
using Tao.Engine.Stages;

namespace Tao.Engine.Explanations;

/// <summary>What is known of artifacts that are not there yet, by their full paths: so a stage behind one that would run can be judged by content.</summary>
internal sealed class ForeseenArtifacts
{
    private readonly Dictionary<string, string> _hashes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ProjectDataset> _datasets = new(StringComparer.Ordinal);

    public void Add(string path, ProjectDataset dataset) => _datasets[path] = dataset;

    /// <summary>The artifacts of a finished run, wherever it was.</summary>
    public void Add(string outputDirectory, StageResult result)
    {
        foreach (var artifact in result.Artifacts)
            _hashes[Path.GetFullPath(Path.Combine(outputDirectory, artifact.Path))] = artifact.Sha256;
    }

    public ProjectDataset? DatasetAt(string path) => _datasets.GetValueOrDefault(path);

    public string? HashOf(string path) => _hashes.GetValueOrDefault(path);

    public bool Knows(string path) => _hashes.ContainsKey(path) || _datasets.ContainsKey(path);
}
