using System.Globalization;
using System.Runtime.InteropServices;

namespace Tao.Cli.Setup;

/// <summary>Asks loaded native libraries for their version.</summary>
internal static class NativeVersions
{
    public static string? Torch(nint library) => Text(Call<TextFunction>(library, "tao_torch_version")());

    /// <summary>Zero when libtorch was built without CUDA, or finds no driver.</summary>
    public static int TorchCudaDevices(nint library) => Call<CountFunction>(library, "tao_cuda_device_count")(out var count) == 0 ? count : 0;

    /// <summary>OpenCV exports C++ functions only; these three take and return plain integers (opencv2/core/utility.hpp).</summary>
    public static string? OpenCv(nint library)
    {
        string[] parts = ["_ZN2cv15getVersionMajorEv", "_ZN2cv15getVersionMinorEv", "_ZN2cv18getVersionRevisionEv"];
        var numbers = parts
            .Where(name => NativeLibrary.TryGetExport(library, name, out _))
            .Select(name => Call<NumberFunction>(library, name)().ToString(CultureInfo.InvariantCulture))
            .ToArray();
        return numbers.Length == parts.Length ? string.Join('.', numbers) : null;
    }

    /// <summary>OrtApiBase holds two function pointers: GetApi, GetVersionString (onnxruntime_c_api.h).</summary>
    public static string? OnnxRuntime(nint library)
    {
        var table = Call<TextFunction>(library, "OrtGetApiBase")();
        var getVersion = Marshal.ReadIntPtr(table, IntPtr.Size);
        return Text(Marshal.GetDelegateForFunctionPointer<TextFunction>(getVersion)());
    }

    private static string? Text(nint text) => Marshal.PtrToStringUTF8(text);

    private static T Call<T>(nint library, string name)
        where T : Delegate => Marshal.GetDelegateForFunctionPointer<T>(NativeLibrary.GetExport(library, name));

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate nint TextFunction();

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int NumberFunction();

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int CountFunction(out int count);
}
