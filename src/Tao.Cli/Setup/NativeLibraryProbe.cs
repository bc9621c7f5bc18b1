using System.Runtime.InteropServices;

namespace Tao.Cli.Setup;

/// <summary>Finds and loads one of the engine's native libraries the way the engine does, and asks it for its version.</summary>
/// <param name="Component">What the library stands for: <c>libtorch</c>.</param>
/// <param name="FileName">Its file on Linux.</param>
/// <param name="ReadVersion">Reads the version from the loaded library.</param>
internal sealed record NativeLibraryProbe(string Component, string FileName, Func<nint, string?> ReadVersion)
{
    public const string FolderVariable = "TAO_NATIVE_DIR";

    public static NativeLibraryProbe Torch { get; } = new("libtorch", "libtao_torch.so", NativeVersions.Torch);

    public static NativeLibraryProbe[] All { get; } =
    [
        Torch,
        new("OpenCV", "libtao_imaging.so", NativeVersions.OpenCv),
        new("ONNX Runtime", "libonnxruntime.so.1", NativeVersions.OnnxRuntime),
    ];

    public NativeLibraryState Probe(Func<string, string?> environment)
    {
        var path = Find(environment);
        if (path is null)
            return new NativeLibraryState(Component, null, null, $"{FileName} was not found");
        try
        {
            return new NativeLibraryState(Component, path, ReadVersion(NativeLibrary.Load(path)), null);
        }
        catch (Exception unloadable) when (unloadable is DllNotFoundException or BadImageFormatException or EntryPointNotFoundException)
        {
            return new NativeLibraryState(Component, path, null, unloadable.Message.ReplaceLineEndings(" "));
        }
    }

    /// <summary>Asks the library for a number; 0 when it cannot be loaded.</summary>
    public int Ask(Func<string, string?> environment, Func<nint, int> question) =>
        Find(environment) is { } path && NativeLibrary.TryLoad(path, out var library) ? question(library) : 0;

    /// <summary>Beside the program first, then in <see cref="FolderVariable"/>.</summary>
    private string? Find(Func<string, string?> environment) =>
        new[] { AppContext.BaseDirectory, environment(FolderVariable) }
            .Where(folder => !string.IsNullOrEmpty(folder))
            .Select(folder => Path.Combine(folder!, FileName))
            .FirstOrDefault(File.Exists);
}
