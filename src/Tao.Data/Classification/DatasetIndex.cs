using System.Collections.Immutable;
using System.Text.Json;
using Tao.Specs;

namespace Tao.Data.Classification;

/// <summary>
/// Every sample of every split of a dataset, as found and checked once: later stages read this file and scan nothing. The same files give
/// the same bytes, whatever the machine.
/// </summary>
public sealed record DatasetIndex(ImmutableArray<LabelSet> LabelSets, ImmutableSortedDictionary<string, DatasetSplit> Splits)
{
    private const int Version = 2;

    /// <summary>See <see cref="ImageDataset.LabelsBoxes"/>.</summary>
    public bool LabelsBoxes { get; init; }

    /// <summary>Puts scanned splits together. The first one's label sets count; check them with <see cref="DatasetChecks"/> before.</summary>
    /// <param name="projectDirectory">Roots below it are stored relative to it, so that the project may move.</param>
    /// <param name="splits">Name and dataset, at least one.</param>
    public static DatasetIndex Create(string projectDirectory, params IReadOnlyList<(string Name, ImageDataset Dataset)> splits)
    {
        ArgumentNullException.ThrowIfNull(splits);
        var stored = splits.ToImmutableSortedDictionary(
            split => split.Name,
            split => new DatasetSplit(StoredRoot(projectDirectory, split.Dataset.Root), split.Dataset.Samples),
            StringComparer.Ordinal);
        return new DatasetIndex(splits[0].Dataset.LabelSets, stored) { LabelsBoxes = splits[0].Dataset.LabelsBoxes };
    }

    /// <summary>A split with its full path.</summary>
    /// <exception cref="KeyNotFoundException">There is no such split.</exception>
    public ImageDataset Open(string split, string projectDirectory)
    {
        var stored = Splits[split];
        return new ImageDataset(Path.GetFullPath(stored.Root, Path.GetFullPath(projectDirectory)), LabelSets, stored.Samples) { LabelsBoxes = LabelsBoxes };
    }

    /// <summary>UTF-8 JSON with one line for each sample.</summary>
    public byte[] Serialize() => DatasetIndexFormat.Write(this, Version);

    /// <exception cref="TaoException">The bytes are no dataset index.</exception>
    public static DatasetIndex Parse(ReadOnlyMemory<byte> json, string path)
    {
        try
        {
            return DatasetIndexFormat.Read(json, Version);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException
            or FormatException or IndexOutOfRangeException)
        {
            throw Unreadable($"The dataset index cannot be read: {e.Message}", "Run ConvertDataset again.", path);
        }
    }

    /// <summary>Writes the file whole or not at all.</summary>
    public void Save(string path)
    {
        var temporary = path + ".tmp";
        File.WriteAllBytes(temporary, Serialize());
        File.Move(temporary, path, overwrite: true);
    }

    /// <exception cref="TaoException">The file is missing or no dataset index.</exception>
    public static DatasetIndex Load(string path)
    {
        if (!File.Exists(path))
            throw Unreadable("The dataset index does not exist.", "Run ConvertDataset first.", path);
        return Parse(File.ReadAllBytes(path), path);
    }

    /// <summary>How the index stores a folder: relative to the project when it lies inside, with forward slashes.</summary>
    public static string StoredRoot(string projectDirectory, string root)
    {
        var relative = Path.GetRelativePath(Path.GetFullPath(projectDirectory), Path.GetFullPath(root));
        var outside = Path.IsPathRooted(relative) || relative.Split(Path.DirectorySeparatorChar)[0] == "..";
        return (outside ? Path.GetFullPath(root) : relative).Replace(Path.DirectorySeparatorChar, '/');
    }

    private static TaoException Unreadable(string message, string remedy, string path) =>
        new(new Diagnostic(DataCodes.IndexUnreadable, DiagnosticSeverity.Error, message, remedy, new SourceLocation(path, 1, 1)));
}
