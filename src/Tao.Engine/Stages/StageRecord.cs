using System.Text.Json;
using Tao.Engine.IO;

namespace Tao.Engine.Stages;

/// <summary>The <c>result.json</c> of an output directory.</summary>
internal sealed class StageRecord
{
    public const string FileName = "result.json";

    private readonly string _directory;

    private StageRecord(string directory)
    {
        _directory = directory;
    }

    private string FilePath => Path.Combine(_directory, FileName);

    public static StageRecord In(string directory) => new(directory);

    /// <summary>Null when there is none; one that cannot be read counts as none, and the stage runs again.</summary>
    public StageResult? Read()
    {
        try
        {
            return File.Exists(FilePath) ? JsonSerializer.Deserialize<StageResult>(File.ReadAllText(FilePath), EngineJson.Options) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public void Write(StageResult result) =>
        AtomicFile.WriteText(FilePath, JsonSerializer.Serialize(result, EngineJson.Options) + "\n");

    public void Remove() => File.Delete(FilePath);

    /// <summary>Whether every artifact is there with the recorded content.</summary>
    public bool ArtifactsAreIntact(StageResult result) => result.Artifacts.All(artifact =>
    {
        string path = Path.Combine(_directory, artifact.Path);
        return File.Exists(path) && new FileInfo(path).Length == artifact.Bytes && ContentHash.OfFile(path) == artifact.Sha256;
    });

    public StageArtifact Describe(string name, string file)
    {
        string path = Path.Combine(_directory, file);
        return new StageArtifact(name, file, ContentHash.OfFile(path), new FileInfo(path).Length);
    }
}
