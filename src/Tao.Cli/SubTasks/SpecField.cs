using Tao.Specs;

namespace Tao.Cli.SubTasks;

/// <summary>Reads the few spec fields that TAO's command lines depend on, whatever the network; its own checks come later, in the engine.</summary>
internal static class SpecField
{
    /// <summary>Whether the spec can be read and gives the field.</summary>
    public static bool IsGiven(SubTaskInput input, string spec, string message, string field) =>
        (SpecReader.Read(input.Context.FullPath(spec), new DiagnosticBag()).Find(message)?.Value as SpecBlock)?.Find(field)?.Value is SpecScalar { Text.Length: > 0 };

    /// <summary>The full path of the file that the field names, through the mounts; null, and reported, when there is none.</summary>
    public static string? ExistingFile(SubTaskInput input, string spec, string message, string field)
    {
        var syntax = new DiagnosticBag();
        var root = SpecReader.Read(input.Context.FullPath(spec), syntax);
        var block = root.Find(message)?.Value as SpecBlock;
        if (block?.Find(field)?.Value is not SpecScalar { Text.Length: > 0 } value)
        {
            input.Bag.AddRange(syntax.Items);
            input.Bag.Error(CliCodes.MissingFlag, $"The spec names no {message}.{field}.", $"Write {message} {{ {field}: \"...\" }}.", block?.Location ?? root.Location);
            return null;
        }
        var map = new PathMap(input.Mounts.Select(mount => new PathMount(mount.Source, mount.Destination)));
        var path = map.Resolve(value.Text, input.Context.WorkingDirectory);
        if (File.Exists(path))
            return path;
        input.Bag.Error(CliCodes.FileNotFound, $"{message}.{field}: there is no file '{path}'.", "Correct the path, or map it in .tao_mounts.json.", value.Location);
        return null;
    }
}
