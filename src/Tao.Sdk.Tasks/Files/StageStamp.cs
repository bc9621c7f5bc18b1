using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Tao.Sdk.Tasks.Files;

/// <summary>
/// The stamp of a finished stage: MSBuild compares its time, and its lines (bytes, tab, path below the stage's folder) tell
/// whether all that the stage made is still there.
/// </summary>
internal static class StageStamp
{
    public const string ResultFileName = "result.json";

    public static void Write(string stampFile, string outputDirectory)
    {
        var lines = new StringBuilder();
        foreach (var path in ReadArtifactPaths(outputDirectory).Prepend(ResultFileName))
        {
            var length = new FileInfo(Path.Combine(outputDirectory, path)).Length;
            lines.Append(CultureInfo.InvariantCulture, $"{length}\t{path}\n");
        }

        AtomicFile.Write(stampFile, lines.ToString());
    }

    /// <summary>Returns the first file that is gone or has another size, or null when all are there.</summary>
    public static string? FindMissing(string stampFile, string outputDirectory)
    {
        foreach (var line in File.ReadLines(stampFile))
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            if (tab < 0 || !long.TryParse(line.AsSpan(0, tab), NumberStyles.None, CultureInfo.InvariantCulture, out var length))
                return stampFile;
            var file = new FileInfo(Path.Combine(outputDirectory, line[(tab + 1)..]));
            if (!file.Exists || file.Length != length)
                return file.FullName;
        }

        return null;
    }

    private static List<string> ReadArtifactPaths(string outputDirectory)
    {
        using var result = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(outputDirectory, ResultFileName)));
        if (!result.RootElement.TryGetProperty("artifacts", out var artifacts))
            return [];
        return [.. artifacts.EnumerateArray().Select(artifact => artifact.GetProperty("path").GetString()!)];
    }
}
