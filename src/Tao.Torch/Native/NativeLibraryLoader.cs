using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace TorchSharp.Native;

/// <summary>Finds libtao_torch: beside the program first, then in the directory named by TAO_NATIVE_DIR.</summary>
internal static class NativeLibraryLoader
{
    private const string Remedy = "Run ./build/build.sh Setup, then ./build/build.sh Native.";

    // A static constructor would not do: calls through the address of an extern method do not run it.
#pragma warning disable CA2255
    [ModuleInitializer]
    internal static void Register() => NativeLibrary.SetDllImportResolver(typeof(NativeLibraryLoader).Assembly, Resolve);
#pragma warning restore CA2255

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? searchPath)
        => name == NativeMethods.Library
            ? Load(FileName(name), [AppContext.BaseDirectory, Environment.GetEnvironmentVariable("TAO_NATIVE_DIR")])
            : 0;

    internal static string FileName(string name)
        => OperatingSystem.IsWindows() ? $"{name}.dll" : OperatingSystem.IsMacOS() ? $"lib{name}.dylib" : $"lib{name}.so";

    /// <summary>The first of the directories whose file loads. A file that is there but does not load is reported with the loader's reason.</summary>
    internal static nint Load(string fileName, IEnumerable<string?> directories)
    {
        var tried = new StringBuilder();
        foreach (var directory in directories)
        {
            if (string.IsNullOrEmpty(directory)) continue;
            var path = Path.Combine(directory, fileName);
            if (!File.Exists(path))
            {
                tried.Append("\n  ").Append(path).Append(": no such file");
                continue;
            }
            try
            {
                return NativeLibrary.Load(path);
            }
            catch (Exception failure) when (failure is DllNotFoundException or BadImageFormatException)
            {
                tried.Append("\n  ").Append(path).Append(": ").Append(failure.Message.Trim());
            }
        }
        throw new NativeLibraryException($"The native library {fileName} (libtorch's bridge) could not be loaded. {Remedy} Tried:{tried}");
    }
}
