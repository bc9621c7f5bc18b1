using System.Diagnostics;
using System.Globalization;

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
            Run("new", "classlib", "-n", "Empty", "-o", library);
            Run("build", library);
            Run("build", example);
            Comparison.PrintRatio(
                "No-op dotnet build: example against an empty class library", rounds, () => Run("build", example), () => Run("build", library));
        }
        finally
        {
            Directory.Delete(library, recursive: true);
        }
    }

    private static void Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"dotnet {string.Join(' ', arguments)} gave {process.ExitCode}: {output}"));
    }
}
