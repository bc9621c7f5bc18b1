using System.Runtime.InteropServices;

namespace Microsoft.ML.OnnxRuntime.Native;

/// <summary>Owns one object of the C API and releases it with its own release function.</summary>
internal sealed class NativeHandle : SafeHandle
{
    private readonly ApiFunction _release;

    internal NativeHandle(nint handle, ApiFunction release)
        : base(0, ownsHandle: true)
    {
        _release = release;
        SetHandle(handle);
    }

    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        OrtApi.Release(_release, handle);
        return true;
    }
}
