using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime.Native;

namespace Microsoft.ML.OnnxRuntime;

/// <summary>ONNX Runtime's CPU allocator, which belongs to the library and is never released.</summary>
public class OrtAllocator : SafeHandle
{
    private static readonly Lazy<OrtAllocator> _default = new(() => new OrtAllocator(OrtApi.DefaultAllocator));

    private OrtAllocator(nint allocator)
        : base(0, ownsHandle: false)
    {
        SetHandle(allocator);
    }

    public static OrtAllocator DefaultInstance => _default.Value;

    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle() => true;
}
