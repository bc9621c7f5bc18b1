namespace Tao.Testing;

/// <summary>Real data sets that are not part of the repository: in $TAO_TEST_DATA, or in ../shared/data seen from some parent folder.</summary>
public static class SharedData
{
    /// <summary>The folder of a data set, or null where this machine does not have it: the test then skips and says so.</summary>
    public static string? Find(string name)
    {
        if (Environment.GetEnvironmentVariable("TAO_TEST_DATA") is { Length: > 0 } root)
            return Existing(Path.Combine(root, name));
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Existing(Path.Combine(folder.FullName, "shared", "data", name)) is { } found)
                return found;
        return null;
    }

    private static string? Existing(string path) => Directory.Exists(path) ? path : null;
}
