// Test and Clean.

string ResultsDirectory => PathOf("build", "results");

void TestAll()
{
    if (System.IO.Directory.Exists(ResultsDirectory))
        System.IO.Directory.Delete(ResultsDirectory, recursive: true);
    System.IO.Directory.CreateDirectory(ResultsDirectory);

    // One after the other: most of them use all processors themselves.
    var failed = TestProjects().Where(name => !TestPasses(name)).ToList();
    Information("Results are in {0}", ResultsDirectory);
    if (failed.Count > 0)
        throw new CakeException($"Tests failed in {string.Join(", ", failed)}.");
}

IEnumerable<string> TestProjects() => System.IO.Directory.EnumerateDirectories(PathOf("tests"), "*.Tests")
    .Select(System.IO.Path.GetFileName)
    .OrderBy(name => name, StringComparer.Ordinal)
    .ToList();

bool TestPasses(string name)
{
    const int NoTests = 8;
    var exitCode = TryRun(
        "dotnet", "test", "--project", $"tests/{name}", "-c", Configuration, "--no-build", "--timeout", "15m",
        "--results-directory", ResultsDirectory, "--report-xunit-xml", "--report-xunit-xml-filename", name + ".xml");
    return exitCode is 0 or NoTests;
}

void CleanAll()
{
    foreach (var folder in new[] { "src", "tests", "examples", "build/benchmarks" }.Select(folder => PathOf(folder)).Where(System.IO.Directory.Exists))
    {
        var made = System.IO.Directory.EnumerateDirectories(folder, "*", System.IO.SearchOption.AllDirectories)
            .Where(path => System.IO.Path.GetFileName(path) is "bin" or "obj").ToList();
        foreach (var path in made.Where(System.IO.Directory.Exists))
            System.IO.Directory.Delete(path, recursive: true);
    }

    foreach (var path in new[] { "build/native", "build/results", "build/packages/unpacked" }.Select(path => PathOf(path)).Where(System.IO.Directory.Exists))
        System.IO.Directory.Delete(path, recursive: true);
    foreach (var package in System.IO.Directory.EnumerateFiles(PackagesDirectory, "*.nupkg").ToList())
        System.IO.File.Delete(package);
}
