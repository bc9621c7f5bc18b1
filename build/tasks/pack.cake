// Pack: what users install, and what the typed classes of models stand on, into build/packages, when anything that goes into them changed.

string PackagesDirectory => PathOf("build", "packages");

void PackAll()
{
    var projects = new[] { "Tao.Cli", "Tao.Sdk", "Tao.Templates", "Tao.Inference", "Tao.Imaging", "Tao.OnnxRuntime" };
    var inputs = SourcesBelow(PathOf("src"))
        .Concat(new[] { "classification", "ssd" }.SelectMany(example => new[] { "generator", "specs" }.SelectMany(part => SourcesBelow(PathOf("examples", example, part))).Append(PathOf("examples", example, $"{example}.taoproj"))))
        .Concat(System.IO.Directory.EnumerateFiles(NativeLibraries))
        .Concat(new[] { "Directory.Packages.props", "Directory.Build.props", "Directory.Build.targets", "global.json" }.Select(file => PathOf(file)))
        .Concat(System.IO.Directory.EnumerateFiles(PathOf("build"), "*.props"))
        .Concat(System.IO.Directory.EnumerateFiles(PathOf("build"), "*.targets"));
    var hash = HashOf(inputs);
    var marker = PathOf("build", "tools", "pack.hash");
    var packages = System.IO.Directory.EnumerateFiles(PackagesDirectory, "*.nupkg").Select(System.IO.Path.GetFileName).ToList();
    if (IsMarked(marker, hash) && projects.All(project => packages.Any(name => name.StartsWith($"{project}.", StringComparison.Ordinal))))
    {
        Information("The packages are up to date.");
        return;
    }

    foreach (var project in projects)
        DotNet("pack", $"src/{project}", "-c", Configuration, "-v:q", "-o", PackagesDirectory);
    ForgetUnpacked();
    Mark(marker, hash);
}

// NuGet never looks twice at a version that it has unpacked, and the version stays the same while we work on it.
void ForgetUnpacked()
{
    var unpacked = System.IO.Path.Combine(PackagesDirectory, "unpacked");
    if (System.IO.Directory.Exists(unpacked))
        System.IO.Directory.Delete(unpacked, recursive: true);
}
