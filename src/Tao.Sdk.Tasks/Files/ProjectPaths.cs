namespace Tao.Sdk.Tasks.Files;

/// <summary>Turns a project's paths into the form that a clone in another place would write too.</summary>
internal sealed class ProjectPaths(string projectDirectory)
{
    public string Directory { get; } = Path.TrimEndingDirectorySeparator(projectDirectory);

    public string Full(string path) => Path.GetFullPath(path, Directory);

    /// <summary>
    /// Relative to the project with forward slashes, except what the user wrote as an absolute path outside the project:
    /// that names a place of the machine, not of the clone.
    /// </summary>
    public string Portable(string path)
    {
        var relative = Path.GetRelativePath(Directory, Full(path));
        var outside = relative == ".." || relative.StartsWith(".." + Path.DirectorySeparatorChar, StringComparison.Ordinal);
        if (outside && Path.IsPathFullyQualified(path))
            return path;
        return relative.Replace(Path.DirectorySeparatorChar, '/');
    }
}
