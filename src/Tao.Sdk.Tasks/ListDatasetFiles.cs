using System.Globalization;
using System.Text;
using Microsoft.Build.Framework;
using Tao.Sdk.Tasks.Files;
using Task = Microsoft.Build.Utilities.Task;

namespace Tao.Sdk.Tasks;

/// <summary>
/// Lists path, size and time of every file in the dataset folders, so that an added, removed or changed image makes the dataset
/// stale. The listing is far cheaper than items for each image. The engine looks at contents afterwards.
/// </summary>
public sealed class ListDatasetFiles : Task
{
    private static readonly EnumerationOptions _allFiles = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None };

    [Required]
    public string ProjectDirectory { get; set; } = "";

    /// <summary>Where mistakes in properties and items are shown; the task itself stands in a file of the SDK.</summary>
    [Required]
    public string ProjectFile { get; set; } = "";

    /// <summary>Dataset folders (or single files) with the metadata <c>Role</c>.</summary>
    public ITaskItem[] Datasets { get; set; } = [];

    [Required]
    public string ListingFile { get; set; } = "";

    public override bool Execute()
    {
        if (Datasets.Length == 0)
        {
            // Without declared folders only the engine knows what to read. A missing input lets it look in every build.
            AtomicFile.Remove(ListingFile);
            return true;
        }

        var paths = new ProjectPaths(ProjectDirectory);
        var listing = new StringBuilder();
        foreach (var dataset in Datasets)
            Append(listing, dataset, paths);
        if (Log.HasLoggedErrors)
            return false;
        if (AtomicFile.WriteIfChanged(ListingFile, listing.ToString()))
            Log.LogMessage(MessageImportance.Low, "The dataset's files changed ({0}).", ListingFile);
        return true;
    }

    private void Append(StringBuilder listing, ITaskItem dataset, ProjectPaths paths)
    {
        var root = paths.Full(dataset.ItemSpec);
        listing.Append(CultureInfo.InvariantCulture, $"{dataset.GetMetadata("Role")} {paths.Portable(dataset.ItemSpec)}\n");
        if (File.Exists(root))
        {
            AppendFile(listing, new FileInfo(root), root);
            return;
        }

        if (!Directory.Exists(root))
        {
            Log.LogError(
                null, "TAO5107", "TAO5107", ProjectFile, 0, 0, 0, 0,
                "The dataset folder '{0}' does not exist. Correct the TaoDataset item, or let a TaoGenerator make the folder.", root);
            return;
        }

        var files = new DirectoryInfo(root).EnumerateFiles("*", _allFiles).OrderBy(file => file.FullName, StringComparer.Ordinal);
        foreach (var file in files)
            AppendFile(listing, file, root);
    }

    private static void AppendFile(StringBuilder listing, FileInfo file, string root) => listing.Append(
        CultureInfo.InvariantCulture,
        $"{file.Length}\t{file.LastWriteTimeUtc.Ticks}\t{Path.GetRelativePath(root, file.FullName)}\n");
}
