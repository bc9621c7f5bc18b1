using Tao.Cli.Parsing;
using Tao.Specs;

namespace Tao.Cli.SubTasks;

/// <summary>The flags for a model in and a file out.</summary>
internal static class ModelFlags
{
    public static Flag Model { get; } = new("--model", FlagKind.Text, "The trained model, a .tlt file.") { Aliases = ["-m"], Required = true, ValueName = "FILE" };

    public static Flag Output { get; } = new("--output_file", FlagKind.Text, "The file to write.") { Aliases = ["-o"], ValueName = "FILE" };

    public static string WithExtension(string path, string extension) => Path.HasExtension(path) ? path : path + extension;

    /// <summary>A script may ask for <c>pruned.hdf5</c>; it gets the file by that name, and is told what is in it.</summary>
    public static void WarnOfForeignExtension(string path, DiagnosticBag bag)
    {
        if (Path.GetExtension(path) is not ".tlt" and var extension)
            bag.Warning(CliCodes.NoEffect, $"'{path}' will be a .tlt archive in spite of its extension {extension}.", "All commands here read it; Keras does not.");
    }
}
