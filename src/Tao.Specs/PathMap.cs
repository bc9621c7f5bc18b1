using System.Collections.Immutable;

namespace Tao.Specs;

/// <summary>
/// Turns a path as a spec writes it into a path of this machine. Mounts are those of TAO's launcher: a file <c>.tao_mounts.json</c>,
/// or the one that <c>LAUNCHER_MOUNTS</c> names. The longest destination that a path lies in decides.
/// </summary>
public sealed class PathMap
{
    public const string FileName = ".tao_mounts.json";
    public const string EnvironmentVariable = "LAUNCHER_MOUNTS";

    private readonly ImmutableArray<PathMount> _mounts;

    /// <param name="mounts">Earlier ones win over later ones with the same destination. Sources are absolute.</param>
    public PathMap(IEnumerable<PathMount> mounts)
    {
        _mounts = [.. mounts.Select(mount => mount with { Destination = Normalize(mount.Destination) }).OrderByDescending(mount => mount.Destination.Length)];
    }

    public static PathMap Empty { get; } = new([]);

    /// <summary>In the order they are tried.</summary>
    public IReadOnlyList<PathMount> Mounts => _mounts;

    /// <summary>
    /// Explicit mounts come first, then the file that <c>LAUNCHER_MOUNTS</c> names, else the project's own file, else the one in the home folder.
    /// </summary>
    /// <param name="explicitMounts">For example <c>TaoMount</c> items; relative sources lie in the project.</param>
    /// <param name="environment">Looks up an environment variable.</param>
    /// <param name="homeDirectory">Null: no file of the home folder.</param>
    public static PathMap Load(string projectDirectory, IEnumerable<PathMount> explicitMounts, Func<string, string?> environment, string? homeDirectory, DiagnosticBag bag)
    {
        var named = environment(EnvironmentVariable);
        string?[] candidates = string.IsNullOrEmpty(named)
            ? [Path.Combine(projectDirectory, FileName), homeDirectory is null ? null : Path.Combine(homeDirectory, FileName)]
            : [Path.Combine(projectDirectory, named)];
        var file = Array.Find(candidates, File.Exists);
        if (file is null && !string.IsNullOrEmpty(named))
            bag.Error(SpecCodes.BadMounts, $"{EnvironmentVariable} names '{named}', which does not exist.", "Correct or unset the variable.");

        var own = explicitMounts.Select(mount => mount with { Source = Absolute(mount.Source, projectDirectory, homeDirectory) });
        var fromFile = file is null ? [] : ReadFile(file, bag).Select(mount => mount with { Source = Absolute(mount.Source, Path.GetDirectoryName(file)!, homeDirectory) });
        return new([.. own, .. fromFile]);
    }

    /// <summary>Absolute path of this machine; a relative path lies in the project.</summary>
    public string Resolve(string specPath, string projectDirectory)
    {
        if (specPath.Length == 0)
            return "";
        var normal = Normalize(specPath);
        foreach (var mount in _mounts)
        {
            if (normal == mount.Destination)
                return Path.GetFullPath(mount.Source);
            if (normal.StartsWith(mount.Destination == "/" ? "/" : mount.Destination + "/", StringComparison.Ordinal))
                return Path.GetFullPath(Path.Combine(mount.Source, normal[mount.Destination.Length..].TrimStart('/')));
        }

        return Path.GetFullPath(Path.Combine(projectDirectory, specPath));
    }

    private static string Absolute(string source, string directory, string? homeDirectory)
    {
        var expanded = homeDirectory is not null && (source == "~" || source.StartsWith("~/", StringComparison.Ordinal)) ? homeDirectory + source[1..] : source;
        return Path.GetFullPath(Path.Combine(directory, expanded));
    }

    /// <summary>Container paths: '/' only, no doubled or trailing one, "." and ".." resolved.</summary>
    private static string Normalize(string path)
    {
        var slashed = path.Replace('\\', '/');
        var parts = new List<string>();
        foreach (var part in slashed.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(part => part != "."))
        {
            if (part == ".." && parts.Count > 0 && parts[^1] != "..")
                parts.RemoveAt(parts.Count - 1);
            else
                parts.Add(part);
        }

        return (slashed.StartsWith('/') ? "/" : "") + string.Join('/', parts);
    }

    private static List<PathMount> ReadFile(string file, DiagnosticBag bag)
    {
        var mounts = new List<PathMount>();
        var root = SpecReader.Read(file, bag, SpecFormat.Json);
        if (root.Find("Mounts") is not { Value: SpecList list })
        {
            bag.Error(SpecCodes.BadMounts, "The mounts file has no list 'Mounts'.", "Write {\"Mounts\": [{\"source\": \"/host\", \"destination\": \"/container\"}]}.", root.Location);
            return mounts;
        }

        foreach (var item in list.Items)
        {
            if (item is SpecBlock block && Text(block, "source") is { } source && Text(block, "destination") is { } destination)
                mounts.Add(new(source, destination));
            else
                bag.Error(SpecCodes.BadMounts, "A mount needs a 'source' and a 'destination', both text.", "Write {\"source\": \"/host\", \"destination\": \"/container\"}.", item.Location);
        }

        return mounts;
    }

    private static string? Text(SpecBlock block, string name) => block.Find(name)?.Value is SpecScalar { Kind: SpecScalarKind.Text, Text.Length: > 0 } scalar ? scalar.Text : null;
}
