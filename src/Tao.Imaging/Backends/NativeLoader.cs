using System.Reflection;
using System.Runtime.InteropServices;

namespace Tao.Imaging.Backends;

/// <summary>Finds libtao_imaging: beside the program first, where its NuGet packages have theirs, then in $TAO_NATIVE_DIR.</summary>
internal static class NativeLoader
{
    // TAO_IMAGING_ABI of tao_imaging.h.
    private const int AbiVersion = 2;

    private static readonly Lazy<string?> Problem = new(Load);

    /// <exception cref="NativeLibraryException">The library is missing or of another version.</exception>
    public static void EnsureLoaded()
    {
        if (Problem.Value is { } problem)
            throw new NativeLibraryException(problem);
    }

    internal static string? Find(IEnumerable<string?> folders) => folders
        .Where(folder => !string.IsNullOrEmpty(folder))
        .Select(folder => Path.Combine(folder!, FileName))
        .FirstOrDefault(File.Exists);

    internal static string MissingMessage(IEnumerable<string?> folders) =>
        $"{FileName} was not found in {string.Join(" or ", folders.Where(folder => !string.IsNullOrEmpty(folder)))}. "
        + "Run ./build/build.sh Setup to install and build it.";

    private static string FileName =>
        OperatingSystem.IsWindows() ? "tao_imaging.dll" : OperatingSystem.IsMacOS() ? "libtao_imaging.dylib" : "libtao_imaging.so";

    // The host fills it from the program's .deps.json.
    private static string[] PackageFolders => (AppContext.GetData("NATIVE_DLL_SEARCH_DIRECTORIES") as string ?? "").Split(Path.PathSeparator);

    private static string? Load()
    {
        string?[] folders = [AppContext.BaseDirectory, .. PackageFolders, Environment.GetEnvironmentVariable("TAO_NATIVE_DIR")];
        var path = Find(folders);
        if (path is null)
            return MissingMessage(folders);
        if (!NativeLibrary.TryLoad(path, out var handle))
            return $"{path} cannot be loaded; a library it needs (OpenCV, libjpeg) is probably missing. Run ./build/build.sh Setup to install it.";
        NativeLibrary.SetDllImportResolver(
            typeof(NativeLoader).Assembly,
            (string name, Assembly _, DllImportSearchPath? _) => name == NativeMethods.Library ? handle : 0);
        var version = NativeMethods.AbiVersion();
        return version == AbiVersion ? null : $"{path} is of version {version}, this build needs {AbiVersion}. Run ./build/build.sh Setup to build it again.";
    }
}
