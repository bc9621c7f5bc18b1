namespace Tao.Engine.Tests;

/// <summary>Real files that are not part of the repository: <c>$TAO_TEST_DATA</c>, or <c>shared/data</c> in or beside a parent folder.</summary>
internal static class SharedData
{
    /// <summary>Full path of a file of the data; skips the running test when it is not there.</summary>
    public static string File(string relativePath)
    {
        var found = Roots().Select(root => Path.Combine(root, relativePath)).FirstOrDefault(System.IO.File.Exists);
        Assert.SkipWhen(found is null, $"The test data has no '{relativePath}'; set TAO_TEST_DATA to its folder.");
        return found;
    }

    private static IEnumerable<string> Roots()
    {
        if (Environment.GetEnvironmentVariable("TAO_TEST_DATA") is { Length: > 0 } root)
            yield return root;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            yield return Path.Combine(folder.FullName, "shared", "data");
    }
}
