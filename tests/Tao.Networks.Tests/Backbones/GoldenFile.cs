using System.Runtime.CompilerServices;

namespace Tao.Networks.Tests.Backbones;

/// <summary>
/// Text files beside the tests that a reviewer reads. Run the tests with <c>TAO_UPDATE_GOLDENS=1</c> to write them anew, then look at the difference.
/// </summary>
internal static class GoldenFile
{
    public static void Verify(string name, string actual, [CallerFilePath] string testFile = "")
    {
        var path = PathOf(name, testFile);
        if (Environment.GetEnvironmentVariable("TAO_UPDATE_GOLDENS") == "1")
            File.WriteAllText(path, actual);
        Assert.True(File.Exists(path), $"There is no golden file {path}; run with TAO_UPDATE_GOLDENS=1.");
        Assert.Equal(File.ReadAllText(path), actual, ignoreLineEndingDifferences: true);
    }

    public static string[] Lines(string name, [CallerFilePath] string testFile = "") => File.ReadAllLines(PathOf(name, testFile));

    private static string PathOf(string name, string testFile) => Path.Combine(Path.GetDirectoryName(testFile)!, name);
}
