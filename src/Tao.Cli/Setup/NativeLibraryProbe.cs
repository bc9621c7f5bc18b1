using System.Runtime.InteropServices;

namespace Tao.Cli.Setup;

/// <summary>Finds and loads one of the engine's native libraries the way the engine does, and asks it for its version.</summary>
/// <param name="Component">What the library stands for: <c>libtorch</c>.</param>
/// <param name="FileName">Its file on Linux.</param>
/// <param name="ReadVersion">Reads the version from the loaded library.</param>
internal sealed record NativeLibraryProbe(string Component, string FileName, Func<nint, string?> ReadVersion)
{
    public const string FolderVariable = "TAO_NATIVE_DIR";

    public static NativeLibraryProbe[] All { get; } =
    [
        new("libtorch", "libtao_torch.so", NativeVersions.Torch),
        new("OpenCV", "libtao_imaging.so", NativeVersions.OpenCv),
        new("ONNX Runtime", "libonnxruntime.so.1", NativeVersions.OnnxRuntime),
    ];

    /// <summary>Beside the program first, then in <see cref="FolderVariable"/>.</summary>
    public NativeLibraryState Probe(Func<string, string?> environment)
    {
        var folders = new[] { AppContext.BaseDirectory, environment(FolderVariable) }.Where(folder => !string.IsNullOrEmpty(folder));
        var path = folders.Select(folder => Path.Combine(folder!, FileName)).FirstOrDefault(File.Exists);
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
}
