using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Tao.Data.Classification;
using Tao.Engine.IO;

namespace Tao.Engine.Datasets;

/// <summary>
/// The data of a project after every file was looked at: <c>dataset.json</c>, which the ConvertDataset stage writes and later stages
/// read. Roots inside the project are relative to it, so that a clone elsewhere has the same file.
/// </summary>
internal sealed record DatasetFile(ImmutableArray<string> Classes, ImmutableSortedDictionary<SplitRole, FolderDataset> Splits)
{
    public const string FileName = "dataset.json";

    public FolderDataset? Find(SplitRole role) => Splits.GetValueOrDefault(role);

    /// <summary>Hash of a split's samples (path, label and content, in order) and of the class names; independent of where the files lie.</summary>
    public string Digest(SplitRole role) => Find(role) is { } split ? Digest(split) : "none";

    public static string Digest(FolderDataset split)
    {
        var text = new StringBuilder();
        foreach (string name in split.Classes)
            text.Append(name).Append('\n');
        foreach (var sample in split.Samples)
            text.Append(sample.RelativePath).Append('\t').Append(sample.Label).Append('\t').Append(sample.Sha256).Append('\n');
        return ContentHash.OfText(text.ToString());
    }

    public static DatasetFile Read(string path, string projectDirectory)
    {
        var file = JsonSerializer.Deserialize<DatasetFile>(File.ReadAllText(path), EngineJson.Options) ?? throw new JsonException("The file is empty.");
        return file with { Splits = file.Splits.ToImmutableSortedDictionary(pair => pair.Key, pair => pair.Value with { Root = Path.GetFullPath(pair.Value.Root, projectDirectory) }) };
    }

    public void Write(string path, string projectDirectory)
    {
        var portable = this with { Splits = Splits.ToImmutableSortedDictionary(pair => pair.Key, pair => pair.Value with { Root = Portable(pair.Value.Root, projectDirectory) }) };
        AtomicFile.WriteText(path, JsonSerializer.Serialize(portable, EngineJson.Options) + "\n");
    }

    private static string Portable(string root, string projectDirectory)
    {
        string relative = Path.GetRelativePath(projectDirectory, root);
        return relative.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(relative) ? root : relative.Replace('\\', '/');
    }
}
