namespace Tao.Benchmarks;

/// <summary>A build with nothing to do: the example project against an empty C# class library. Needs a finished Demo.</summary>
internal static class NoOpBuild
{
    public static void Print(int rounds)
    {
        string example = Path.Combine(Comparison.RepositoryRoot(), "examples/classification");
        if (!Directory.Exists(Path.Combine(example, "bin")))
        {
            Console.WriteLine("No-op build: run './build/build.sh Demo' first.");
            return;
        }
        string library = Directory.CreateTempSubdirectory("tao-bench-").FullName;
        try
        {
            Command.Run(library, "dotnet", "new", "classlib", "-n", "Empty", "-o", library);
            Command.Run(library, "dotnet", "build");
            Command.Run(example, "dotnet", "build");
            Comparison.PrintRatio(
                "No-op dotnet build: example against an empty class library", rounds, () => Command.Run(example, "dotnet", "build"), () => Command.Run(library, "dotnet", "build"));
        }
        finally
        {
            Directory.Delete(library, recursive: true);
        }
    }
}
