// Setup: Debian packages, ONNX Runtime and the report's charts from npm, NuGet restore. Each part first looks whether it has anything to do.

string[] DebianPackages =
{
    "libtorch-dev", "libopencv-core-dev", "libopencv-imgproc-dev", "libopencv-imgcodecs-dev", "libjpeg-dev", "libopenblas0-openmp", "cmake", "g++", "make",
};

string NpmDirectory => PathOf("build", "npm");

void SetUp()
{
    if (IsRunningOnLinux())
    {
        InstallDebianPackages();
        InstallOnnxRuntime();
    }

    RestoreSolution();
}

void InstallDebianPackages()
{
    var missing = DebianPackages.Where(package => !IsInstalled(package)).ToList();
    if (Ask("npm", "--version") == null && !OnnxRuntimeIsThere())
        missing.Add("npm");
    if (missing.Count == 0)
        return;

    string[] update = { "apt-get", "update" };
    string[] install = new[] { "apt-get", "install", "-y", "--no-install-recommends" }.Concat(missing).ToArray();
    var isRoot = Ask("id", "-u") == "0";
    if (Ask("apt-get", "--version") == null || (!isRoot && Ask("sudo", "-n", "true") == null))
    {
        throw new CakeException(
            "These packages are missing, and this user may not install them. Run, then start again:\n"
            + $"  sudo {string.Join(' ', update)}\n  sudo {string.Join(' ', install)}");
    }

    Information("Installing {0}", string.Join(' ', missing));
    Environment.SetEnvironmentVariable("DEBIAN_FRONTEND", "noninteractive");
    string[] prefix = isRoot ? Array.Empty<string>() : new[] { "sudo", "-n" };
    foreach (var command in new[] { update, install })
    {
        var words = prefix.Concat(command).ToArray();
        Run(words[0], words.Skip(1).ToArray());
    }
}

// The real status, because a removed package may leave its settings behind: "install ok installed".
bool IsInstalled(string package) => Ask("dpkg-query", "-W", "-f", "${Status}", package) == "install ok installed";

string OnnxRuntimeLibrary()
{
    var architecture = System.Runtime.InteropServices.RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant();
    var binaries = System.IO.Path.Combine(NpmDirectory, "node_modules", "onnxruntime-node", "bin");
    return System.IO.Directory.Exists(binaries)
        ? System.IO.Directory.EnumerateFiles(binaries, "libonnxruntime.so.1", System.IO.SearchOption.AllDirectories)
            .FirstOrDefault(file => file.Contains($"/linux/{architecture}/", StringComparison.Ordinal))
        : null;
}

string NpmLockHash() => HashOf(new[] { System.IO.Path.Combine(NpmDirectory, "package-lock.json") });

string NpmMarker => System.IO.Path.Combine(NpmDirectory, "node_modules", ".installed");

bool OnnxRuntimeIsThere() => IsMarked(NpmMarker, NpmLockHash()) && OnnxRuntimeLibrary() != null;

void InstallOnnxRuntime()
{
    if (OnnxRuntimeIsThere())
        return;

    // No install scripts: the package's own one fetches CUDA libraries that nothing here uses.
    Run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", NpmDirectory);
    if (OnnxRuntimeLibrary() == null)
        throw new CakeException("The npm package onnxruntime-node holds no ONNX Runtime for this processor.");
    Mark(NpmMarker, NpmLockHash());
}

void RestoreSolution()
{
    var projects = new[] { "src", "tests" }.SelectMany(folder => SourcesBelow(PathOf(folder)))
        .Where(file => file.EndsWith(".csproj", StringComparison.Ordinal)).ToList();
    var inputs = projects.Concat(new[] { "Directory.Packages.props", "global.json", "nuget.config", "Tao.Sdk.sln", "build/Common.props" }.Select(file => PathOf(file)));
    var hash = HashOf(inputs);
    var marker = PathOf("build", "tools", "restore.hash");
    var restored = projects.All(project => System.IO.File.Exists(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(project), "obj", "project.assets.json")));
    if (restored && IsMarked(marker, hash))
        return;
    DotNet("restore", "Tao.Sdk.sln");
    Mark(marker, hash);
}
