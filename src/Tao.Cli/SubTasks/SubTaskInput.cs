using System.Collections.Immutable;
using Tao.Cli.Parsing;
using Tao.Engine.Stages;
using Tao.Specs;

namespace Tao.Cli.SubTasks;

/// <summary>What a sub-task makes its stages from.</summary>
internal sealed record SubTaskInput(string Network, FlagValues Flags, CliContext Context, string Device, ImmutableArray<MountPoint> Mounts, DiagnosticBag Bag)
{
    /// <summary>Makes the request; paths on the command line are relative to where it was typed.</summary>
    public StageRequest Request(StageKind stage, string? spec, string outputDirectory) => new()
    {
        Stage = stage,
        Network = Network,
        ProjectDirectory = Context.WorkingDirectory,
        Spec = spec ?? "",
        OutputDirectory = Context.FullPath(outputDirectory),
        Device = Device,
        Mounts = Mounts,
    };

    /// <summary>The flag's value, reported when it names no file.</summary>
    public string? ExistingFile(Flag flag) => Existing(flag, File.Exists, "file");

    public string? ExistingFolder(Flag flag) => Existing(flag, Directory.Exists, "folder");

    public string? ExistingPath(Flag flag) => Existing(flag, path => File.Exists(path) || Directory.Exists(path), "file or folder");

    private string? Existing(Flag flag, Func<string, bool> exists, string kind)
    {
        var path = Flags.Text(flag);
        if (!string.IsNullOrEmpty(path) && !exists(Context.FullPath(path)))
            Bag.Error(CliCodes.FileNotFound, $"{flag.Name}: there is no {kind} '{path}'.", Nearby(path));
        return path;
    }

    private string? Nearby(string path)
    {
        var full = Context.FullPath(path);
        var folder = Path.GetDirectoryName(full);
        if (folder is null || !Directory.Exists(folder))
            return folder is null ? null : $"Its folder '{folder}' does not exist either.";
        var names = Directory.EnumerateFileSystemEntries(folder).Select(entry => Path.GetFileName(entry)!);
        return NearestName.Of(Path.GetFileName(full), names) is { } nearest ? $"Did you mean '{Path.Combine(Path.GetDirectoryName(path) ?? "", nearest)}'?" : null;
    }
}
