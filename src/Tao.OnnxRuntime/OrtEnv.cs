using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime.Native;

namespace Microsoft.ML.OnnxRuntime;

/// <summary>Facts about the loaded ONNX Runtime.</summary>
public sealed class OrtEnv
{
    private static readonly OrtEnv _instance = new();

    private OrtEnv()
    {
    }

    public static OrtEnv Instance() => _instance;

    public string GetVersionString() => OrtApi.Version;

    public unsafe string[] GetAvailableProviders()
    {
        nint* names;
        int count;
        OrtApi.Check(((delegate* unmanaged<nint**, int*, nint>)OrtApi.Function(ApiFunction.GetAvailableProviders))(&names, &count));
        var providers = new string[count];
        for (var index = 0; index < count; index++)
            providers[index] = OrtApi.Utf8(names[index]);
        OrtApi.Check(((delegate* unmanaged<nint*, int, nint>)OrtApi.Function(ApiFunction.ReleaseAvailableProviders))(names, count));
        return providers;
    }
}
