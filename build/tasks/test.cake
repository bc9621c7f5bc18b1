// Test and Clean.

string ResultsDirectory => PathOf("build", "results");

void TestAll()
{
    if (System.IO.Directory.Exists(ResultsDirectory))
        System.IO.Directory.Delete(ResultsDirectory, recursive: true);
    System.IO.Directory.CreateDirectory(ResultsDirectory);
    InstallBrowser();

    // One after the other: most of them use all processors themselves.
    var failed = TestProjects().Where(name => !TestPasses(name)).ToList();
    Information("Results are in {0}", ResultsDirectory);
    if (failed.Count > 0)
        throw new CakeException($"Tests failed in {string.Join(", ", failed)}.");
}

// For the tests that open a report; without it they are skipped, so nothing fails for want of it.
void InstallBrowser()
{
    if (!IsRunningOnLinux() || IsInstalled("chromium") || Ask("apt-get", "--version") == null)
        return;
    var isRoot = Ask("id", "-u") == "0";
    if (!isRoot && Ask("sudo", "-n", "true") == null)
        return;
    var command = (isRoot ? Array.Empty<string>() : new[] { "sudo", "-n" }).Concat(new[] { "apt-get", "install", "-y", "--no-install-recommends", "chromium" }).ToArray();
    if (TryRun(command[0], command.Skip(1).ToArray()) != 0)
        Information("Chromium could not be installed: the tests that need a browser are skipped.");
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
