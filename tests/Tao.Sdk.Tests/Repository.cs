using System.Reflection;

namespace Tao.Sdk.Tests;

/// <summary>The checkout that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Configuration { get; } = typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "Configuration").Value!;

    public static string FakeEngine => Path.Combine(Root, "tests/Tao.FakeEngine/bin", Configuration, "net10.0/Tao.FakeEngine.dll");

    private static string FindRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "Tao.Sdk.sln")))
            directory = directory.Parent;
        return directory?.FullName ?? throw new InvalidOperationException("Tao.Sdk.sln is in no folder above the tests.");
    }
}
