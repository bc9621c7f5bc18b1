namespace Tao.Cli.SubTasks;

/// <summary>Where the record, log and reports of a sub-task go when the user names no folder.</summary>
internal static class ResultsFolder
{
    /// <summary><c>out/pruned.tlt</c> -> <c>out/pruned.results</c>; so two outputs in one folder never share a record.</summary>
    public static string Beside(string path) => Path.ChangeExtension(Path.TrimEndingDirectorySeparator(path), ".results");
}
