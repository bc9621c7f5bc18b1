using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime.Native;

namespace Microsoft.ML.OnnxRuntime;

/// <summary>Where memory lies. Only ordinary CPU memory is offered.</summary>
public class OrtMemoryInfo : SafeHandle
{
    private const int DeviceAllocator = 0;
    private const int MemTypeDefault = 0;

    private static readonly Lazy<OrtMemoryInfo> _default = new(() => new OrtMemoryInfo());

    private unsafe OrtMemoryInfo()
        : base(0, ownsHandle: true)
    {
        nint created;
        OrtApi.Check(((delegate* unmanaged<int, int, nint*, nint>)OrtApi.Function(ApiFunction.CreateCpuMemoryInfo))(
            DeviceAllocator, MemTypeDefault, &created));
        SetHandle(created);
    }

    public static OrtMemoryInfo DefaultInstance => _default.Value;

    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        OrtApi.Release(ApiFunction.ReleaseMemoryInfo, handle);
        return true;
    }
}
