using System.Text.Json;
using Tao.Engine.Artifacts;

namespace Tao.Engine.Training;

/// <summary>
/// The resumable state of a run, in <c>checkpoint/</c> of its output directory. A checkpoint belongs to one fingerprint: when the spec
/// or the data changed since, there is nothing to resume.
/// </summary>
internal sealed class CheckpointStore(string outputDirectory, string fingerprint)
{
    private readonly string _directory = Path.Combine(outputDirectory, "checkpoint");

    private string LastPath => Path.Combine(_directory, "last.tlt");

    private string BestPath => Path.Combine(_directory, "best.tlt");

    /// <summary>The last checkpoint of this very run, or null.</summary>
    public (ModelArtifact Artifact, TrainingState State)? ReadLast()
    {
        if (!File.Exists(LastPath))
            return null;
        var artifact = ModelArtifact.Read(LastPath);
        if (artifact.Manifest.SpecFingerprint != fingerprint || artifact.TrainingStateJson is null)
            return null;
        var state = JsonSerializer.Deserialize<TrainingState>(artifact.TrainingStateJson, EngineJson.Options);
        return state is null ? null : (artifact, state);
    }

    public void WriteLast(ModelArtifact artifact, TrainingState state) =>
        (artifact with { TrainingStateJson = JsonSerializer.Serialize(state, EngineJson.Options) }).Write(LastPath);

    public void WriteBest(ModelArtifact artifact) => artifact.Write(BestPath);

    public ModelArtifact ReadBest() => ModelArtifact.Read(BestPath);

    /// <summary>Called when the run is complete, and before a run that starts afresh.</summary>
    public void Clear()
    {
        if (Directory.Exists(_directory))
            Directory.Delete(_directory, recursive: true);
    }
}
