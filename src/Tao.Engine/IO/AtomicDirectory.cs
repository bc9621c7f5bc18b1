namespace Tao.Engine.IO;

/// <summary>
/// Replaces a whole folder: the new one is filled in <c>path.tmp</c>, checked, and renamed. No file system renames one full folder
/// over another, so the old one first steps aside to <c>path.old</c>; <see cref="Recover"/> puts it back after a crash in between.
/// </summary>
public static class AtomicDirectory
{
    public const string SetAsideSuffix = ".old";

    /// <param name="path">The folder to replace or make.</param>
    /// <param name="fill">Writes the new content into the empty folder whose path it gets.</param>
    /// <param name="check">Looks at the filled folder and throws when it must not replace the old one.</param>
    public static void Replace(string path, Action<string> fill, Action<string>? check = null)
    {
        var target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        var temporary = target + AtomicFile.TemporarySuffix;
        Recover(target);
        DeleteIfThere(temporary);
        Directory.CreateDirectory(temporary);
        try
        {
            fill(temporary);
            check?.Invoke(temporary);
            Swap(target, temporary);
        }
        catch
        {
            DeleteIfThere(temporary);
            throw;
        }
    }

    /// <summary>Restores the old folder when a crash left it set aside; does nothing otherwise.</summary>
    public static void Recover(string path)
    {
        var target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        var setAside = target + SetAsideSuffix;
        if (!Directory.Exists(setAside))
            return;
        if (Directory.Exists(target))
            Directory.Delete(setAside, recursive: true);
        else
            Directory.Move(setAside, target);
    }

    private static void Swap(string target, string temporary)
    {
        var setAside = target + SetAsideSuffix;
        var replaces = Directory.Exists(target);
        if (replaces)
            Directory.Move(target, setAside);
        try
        {
            Directory.Move(temporary, target);
        }
        catch when (replaces)
        {
            Directory.Move(setAside, target);
            throw;
        }
        DeleteIfThere(setAside);
    }

    private static void DeleteIfThere(string path)
    {
        if (Directory.Exists(path))
            Directory.Delete(path, recursive: true);
    }
}
