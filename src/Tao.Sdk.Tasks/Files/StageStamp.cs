using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Tao.Sdk.Tasks.Files;

/// <summary>
/// The stamp of a finished stage: MSBuild compares its time, and its lines tell what that comparison does not see. Lines of bytes, tab and path
/// below the stage's folder: whether all that the stage made is still there. Lines of '=', bytes, tab, time, tab and path: whether what it read is the
/// same file, for one that was put in its place may be older.
/// </summary>
internal static class StageStamp
{
    public const string ResultFileName = "result.json";

    // A shared folder's clock may be a little ahead.
    private static readonly TimeSpan _tolerance = TimeSpan.FromSeconds(5);

    /// <param name="requestFile">Names what the stage read.</param>
    public static void Write(string stampFile, string outputDirectory, string requestFile)
    {
        var lines = new StringBuilder();
        // Relative, so that a copy of the project does not ask for the files of the first.
        foreach (var source in ReadSources(requestFile).Select(path => new FileInfo(path)).Where(file => file.Exists))
            lines.Append(CultureInfo.InvariantCulture, $"={source.Length}\t{source.LastWriteTimeUtc.Ticks}\t{Path.GetRelativePath(FolderOf(stampFile), source.FullName)}\n");
        foreach (var path in ReadArtifactPaths(outputDirectory).Prepend(ResultFileName))
        {
            var length = new FileInfo(Path.Combine(outputDirectory, path)).Length;
            lines.Append(CultureInfo.InvariantCulture, $"{length}\t{path}\n");
        }

        AtomicFile.Write(stampFile, lines.ToString());
    }

    /// <summary>Returns the first file that is gone or not as it was, or null when all are.</summary>
    public static string? FindChanged(string stampFile, string outputDirectory)
    {
        // From the future: the clock was set back, and no time says anything.
        if (File.GetLastWriteTimeUtc(stampFile) > TimeProvider.System.GetUtcNow().UtcDateTime + _tolerance)
            return stampFile;
        foreach (var line in File.ReadLines(stampFile))
        {
            if (line.StartsWith('='))
            {
                if (ChangedSource(line, FolderOf(stampFile)) is { } source)
                    return source;
                continue;
            }

            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            if (tab < 0 || !long.TryParse(line.AsSpan(0, tab), NumberStyles.None, CultureInfo.InvariantCulture, out var length))
                return stampFile;
            var file = new FileInfo(Path.Combine(outputDirectory, line[(tab + 1)..]));
            if (!file.Exists || file.Length != length)
                return file.FullName;
        }

        return null;
    }

    private static string? ChangedSource(string line, string folder)
    {
        var parts = line[1..].Split('\t', 3);
        if (parts.Length < 3)
            return line;
        var file = new FileInfo(Path.GetFullPath(parts[2], folder));
        return file.Exists && string.Create(CultureInfo.InvariantCulture, $"{file.Length}\t{file.LastWriteTimeUtc.Ticks}") == $"{parts[0]}\t{parts[1]}" ? null : file.FullName;
    }

    private static string FolderOf(string file) => Path.GetDirectoryName(Path.GetFullPath(file))!;

    /// <summary>The spec and the inputs of a request, as full paths.</summary>
    private static List<string> ReadSources(string requestFile)
    {
        using var request = JsonDocument.Parse(File.ReadAllBytes(requestFile));
        var root = request.RootElement;
        var project = Path.GetFullPath(root.GetProperty("projectDirectory").GetString()!, FolderOf(requestFile));
        var paths = root.GetProperty("inputs").EnumerateObject().Select(input => input.Value.GetString()!).Prepend(root.GetProperty("spec").GetString()!);
        return [.. paths.Where(path => path.Length > 0).Select(path => Path.GetFullPath(path, project))];
    }

    private static List<string> ReadArtifactPaths(string outputDirectory)
    {
        using var result = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(outputDirectory, ResultFileName)));
        if (!result.RootElement.TryGetProperty("artifacts", out var artifacts))
            return [];
        return [.. artifacts.EnumerateArray().Select(artifact => artifact.GetProperty("path").GetString()!)];
    }
}
