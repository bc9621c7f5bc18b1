using Tao.Engine.Stages;
using Tao.Specs;

namespace Tao.Engine.Tests.Stages;

/// <summary>Runs a stage that must refuse, and makes sure that it wrote nothing.</summary>
internal static class Mistake
{
    public static IReadOnlyList<Diagnostic> In(TinyProject project, StageRequest request)
    {
        var before = Snapshot(project);
        var error = Assert.Throws<TaoException>(() => TinyProject.Run(request));
        Assert.Equal(before, Snapshot(project));
        Assert.All(error.Diagnostics, diagnostic => Assert.False(string.IsNullOrWhiteSpace(diagnostic.Message)));
        return error.Diagnostics;
    }

    /// <summary>The one error of that code, which must say what to do.</summary>
    public static Diagnostic Single(TinyProject project, StageRequest request, string code)
    {
        var found = In(project, request);
        var errors = found.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Code == code).ToList();
        Assert.True(errors.Count == 1, string.Join('\n', found));
        Assert.False(string.IsNullOrWhiteSpace(errors[0].Remedy));
        return errors[0];
    }

    /// <summary>Folders, and files with their times and sizes.</summary>
    private static List<string> Snapshot(TinyProject project) =>
    [
        .. Directory.EnumerateFileSystemEntries(project.Directory, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(path => File.Exists(path) ? $"{path} {File.GetLastWriteTimeUtc(path):O} {new FileInfo(path).Length}" : path),
    ];
}
