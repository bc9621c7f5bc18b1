namespace Tao.Data.Classification;

/// <summary>Lists a dataset's folders and files in ordinal order and reports what is not an image.</summary>
internal sealed class FolderWalk(string root, ScanReport report)
{
    /// <summary>The first-level folders, which are the classes; files beside them are reported.</summary>
    public IReadOnlyList<string> ClassFolders()
    {
        foreach (var file in List(root, Directory.EnumerateFiles))
            report.Fault(
                DataCodes.FileOutsideClass, Path.Combine(root, file), "The file is in no class folder.",
                "Move it into the folder of its class, or out of the dataset.");
        return List(root, Directory.EnumerateDirectories);
    }

    /// <summary>The images below one class folder, not yet opened.</summary>
    public IEnumerable<ImageSample> Images(string className, int label) =>
        Directory.Exists(Path.Combine(root, className)) ? Walk(className, label) : [];

    private IEnumerable<ImageSample> Walk(string relativeFolder, int label)
    {
        var folder = Path.Combine(root, relativeFolder);
        foreach (var file in List(folder, Directory.EnumerateFiles))
        {
            if (ImageExtensions.Promised(file) is not null)
                yield return new ImageSample($"{relativeFolder}/{file}", [label], null, 0, 0);
            else
                report.Fault(
                    DataCodes.OtherExtension, Path.Combine(folder, file), "The file is not named as an image.",
                    $"Images are named {ImageExtensions.List}. Convert, rename or remove the file.");
        }
        foreach (var child in List(folder, Directory.EnumerateDirectories))
        {
            // A link may point to one of its own parents; Keras does not follow links either.
            if (new DirectoryInfo(Path.Combine(folder, child)).LinkTarget is not null)
                report.Fault(
                    DataCodes.LinkedFolder, Path.Combine(folder, child), "Linked folders below a class are not followed.",
                    "Copy the images, or link the class folder itself.");
            else
                foreach (var sample in Walk($"{relativeFolder}/{child}", label))
                    yield return sample;
        }
    }

    private string[] List(string folder, Func<string, IEnumerable<string>> enumerate)
    {
        try
        {
            return [.. enumerate(folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            report.Fault(DataCodes.AccessDenied, folder, $"The folder cannot be listed: {e.Message}", "Check its permissions.");
            return [];
        }
    }
}
