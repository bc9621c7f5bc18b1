using System.Runtime.InteropServices;
using Tao.OnnxRuntime;

namespace Microsoft.ML.OnnxRuntime.Native;

/// <summary>Finds and loads the native library: beside the program, where its NuGet packages have theirs, then in <c>$TAO_NATIVE_DIR</c>.</summary>
internal static class OrtLibrary
{
    internal const string DirectoryVariable = "TAO_NATIVE_DIR";

    private const string Remedy = "Run `./build/build.sh Setup`, or set " + DirectoryVariable + " to the folder that holds it.";

    internal static string FileName =>
        OperatingSystem.IsWindows() ? "onnxruntime.dll" : OperatingSystem.IsMacOS() ? "libonnxruntime.1.dylib" : "libonnxruntime.so.1";

    internal static nint Load() => Load([AppContext.BaseDirectory, .. PackageDirectories, Environment.GetEnvironmentVariable(DirectoryVariable)]);

    // The host fills it from the program's .deps.json.
    private static string[] PackageDirectories => (AppContext.GetData("NATIVE_DLL_SEARCH_DIRECTORIES") as string ?? "").Split(Path.PathSeparator);

    internal static nint Load(IReadOnlyList<string?> directories)
    {
        // Absolute paths only: Windows ships an old onnxruntime.dll in its system folder, which a bare name would find.
        var candidates = directories.OfType<string>().Where(directory => directory.Length > 0)
            .Select(directory => Path.GetFullPath(Path.Combine(directory, FileName))).ToList();
        var path = candidates.Find(File.Exists)
            ?? throw new NativeLibraryException($"The ONNX Runtime library was not found ({string.Join(", ", candidates)}). {Remedy}");
        try
        {
            return NativeLibrary.Load(path);
        }
        catch (DllNotFoundException exception)
        {
            throw new NativeLibraryException($"The ONNX Runtime library '{path}' cannot be loaded: {exception.Message} {Remedy}", exception);
        }
    }
}
