using System.Collections.Immutable;
using Tao.Data.Classification;

namespace Tao.Engine.Datasets;

/// <summary>The data of a project after every file was looked at; at least one split.</summary>
internal sealed record ProjectDataset(ImmutableSortedDictionary<SplitRole, ImageDataset> Splits)
{
    /// <summary>What the ConvertDataset stage writes and later stages read.</summary>
    public const string FileName = "dataset.json";

    public ImmutableArray<LabelSet> LabelSets => Splits.Values.First().LabelSets;

    public ImageDataset? Find(SplitRole role) => Splits.GetValueOrDefault(role);

    /// <summary>Hash of a split's names, labels and contents, wherever the files lie.</summary>
    public string Digest(SplitRole role) => Find(role)?.ContentHash() ?? "none";

    public static ProjectDataset Load(string path, string projectDirectory)
    {
        var index = DatasetIndex.Load(path);
        return new ProjectDataset(index.Splits.Keys.ToImmutableSortedDictionary(Enum.Parse<SplitRole>, name => index.Open(name, projectDirectory)));
    }

    public void Save(string path, string projectDirectory) =>
        DatasetIndex.Create(projectDirectory, [.. Splits.Select(split => (split.Key.ToString(), split.Value))]).Save(path);
}
