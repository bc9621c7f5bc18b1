using System.Runtime.InteropServices;
using System.Text;
using Tao.OnnxRuntime;

namespace Microsoft.ML.OnnxRuntime.Native;

/// <summary>The loaded C API: its function table, status checking and strings.</summary>
internal static unsafe class OrtApi
{
    /// <summary>Served by ONNX Runtime 1.17 and all later ones; everything in <see cref="ApiFunction"/> is older.</summary>
    private const uint ApiVersion = 17;

    private static readonly Lazy<Loaded> _loaded = new(Load);

    internal static nint Environment => _loaded.Value.Environment;

    internal static nint DefaultAllocator => _loaded.Value.Allocator;

    internal static string Version => _loaded.Value.Version;

    internal static nint Function(ApiFunction function) => ((nint*)_loaded.Value.Table)[(int)function];

    /// <summary>Turns a status into an exception and frees it.</summary>
    internal static void Check(nint status)
    {
        if (status == 0)
            return;
        var code = (OrtErrorCode)((delegate* unmanaged<nint, int>)Function(ApiFunction.GetErrorCode))(status);
        var message = Utf8(((delegate* unmanaged<nint, nint>)Function(ApiFunction.GetErrorMessage))(status));
        ((delegate* unmanaged<nint, void>)Function(ApiFunction.ReleaseStatus))(status);
        throw new OnnxRuntimeException(code, message);
    }

    internal static void Release(ApiFunction release, nint handle) => ((delegate* unmanaged<nint, void>)Function(release))(handle);

    /// <summary>Calls a function of the form <c>status f(T** out)</c>.</summary>
    internal static nint Create(ApiFunction function)
    {
        nint result;
        Check(((delegate* unmanaged<nint*, nint>)Function(function))(&result));
        return result;
    }

    /// <summary>Calls a function of the form <c>status f(subject, T* out)</c>.</summary>
    internal static nint Get(ApiFunction function, nint subject)
    {
        nint result = 0;
        Check(((delegate* unmanaged<nint, nint*, nint>)Function(function))(subject, &result));
        return result;
    }

    /// <summary>Calls a function of the form <c>status f(subject)</c>.</summary>
    internal static void Invoke(ApiFunction function, nint subject) =>
        Check(((delegate* unmanaged<nint, nint>)Function(function))(subject));

    /// <summary>Calls a function of the form <c>status f(subject, int)</c>.</summary>
    internal static void Invoke(ApiFunction function, nint subject, int argument) =>
        Check(((delegate* unmanaged<nint, int, nint>)Function(function))(subject, argument));

    /// <summary>Calls a function of the form <c>status f(subject, const char*)</c>.</summary>
    internal static void Invoke(ApiFunction function, nint subject, string argument)
    {
        fixed (byte* text = NullTerminated(argument))
            Check(((delegate* unmanaged<nint, byte*, nint>)Function(function))(subject, text));
    }

    /// <summary>Calls a function of the form <c>status f(subject, const ORTCHAR_T*)</c>.</summary>
    internal static void InvokeWithPath(ApiFunction function, nint subject, string path)
    {
        fixed (byte* text = PathBytes(path))
            Check(((delegate* unmanaged<nint, byte*, nint>)Function(function))(subject, text));
    }

    /// <summary>Calls a function of the form <c>status f(subject, const char*, const char*)</c>.</summary>
    internal static void Invoke(ApiFunction function, nint subject, string first, string second)
    {
        fixed (byte* firstText = NullTerminated(first), secondText = NullTerminated(second))
            Check(((delegate* unmanaged<nint, byte*, byte*, nint>)Function(function))(subject, firstText, secondText));
    }

    /// <summary>Calls a function of the form <c>status f(subject, allocator, char** out)</c>, copies the string and frees it.</summary>
    internal static string GetString(ApiFunction function, nint subject)
    {
        nint text;
        Check(((delegate* unmanaged<nint, nint, nint*, nint>)Function(function))(subject, DefaultAllocator, &text));
        return TakeString(text);
    }

    /// <summary>Calls a function of the form <c>status f(subject, index, allocator, char** out)</c>, copies the string and frees it.</summary>
    internal static string GetString(ApiFunction function, nint subject, nint index)
    {
        nint text;
        Check(((delegate* unmanaged<nint, nint, nint, nint*, nint>)Function(function))(subject, index, DefaultAllocator, &text));
        return TakeString(text);
    }

    internal static string TakeString(nint text)
    {
        var result = Utf8(text);
        Free(text);
        return result;
    }

    internal static void Free(nint memory)
    {
        if (memory != 0)
            Check(((delegate* unmanaged<nint, nint, nint>)Function(ApiFunction.AllocatorFree))(DefaultAllocator, memory));
    }

    internal static string Utf8(nint text) => Marshal.PtrToStringUTF8(text) ?? "";

    internal static byte[] NullTerminated(string text) => Encoding.UTF8.GetBytes(text + '\0');

    /// <summary>Paths are UTF-16 on Windows and UTF-8 elsewhere (ORTCHAR_T).</summary>
    internal static byte[] PathBytes(string path) =>
        OperatingSystem.IsWindows() ? Encoding.Unicode.GetBytes(path + '\0') : NullTerminated(path);

    private static Loaded Load()
    {
        var library = OrtLibrary.Load();
        var apiBase = ((delegate* unmanaged<nint*>)NativeLibrary.GetExport(library, "OrtGetApiBase"))();
        var version = Utf8(((delegate* unmanaged<nint>)apiBase[1])());
        var table = ((delegate* unmanaged<uint, nint*>)apiBase[0])(ApiVersion);
        if (table == null)
            throw new NativeLibraryException($"ONNX Runtime {version} is too old: API version {ApiVersion} is needed. Run `./build/build.sh Setup`.");
        return new(table, version);
    }

    private sealed class Loaded
    {
        internal Loaded(nint* table, string version)
        {
            Table = (nint)table;
            Version = version;
            nint environment, allocator;
            // Severity FATAL: errors come back as exceptions, and standard error belongs to the program.
            fixed (byte* name = "tao\0"u8)
                ThrowIfFailed(((delegate* unmanaged<int, byte*, nint*, nint>)table[(int)ApiFunction.CreateEnv])(4, name, &environment));
            ThrowIfFailed(((delegate* unmanaged<nint*, nint>)table[(int)ApiFunction.GetAllocatorWithDefaultOptions])(&allocator));
            Environment = environment;
            Allocator = allocator;
        }

        internal nint Table { get; }

        internal string Version { get; }

        internal nint Environment { get; }

        internal nint Allocator { get; }

        private static void ThrowIfFailed(nint status)
        {
            if (status != 0)
                throw new NativeLibraryException("ONNX Runtime cannot start its environment.");
        }
    }
}
