using System.Runtime.InteropServices;

namespace TorchSharp.Native;

/// <summary>What a new tensor shall be (tao::Options); -1 leaves the choice to libtorch.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct NativeTensorOptions
{
    internal readonly int DType;
    internal readonly int DeviceType;
    internal readonly int DeviceIndex;
    internal readonly int RequiresGrad;

    internal NativeTensorOptions(torch.ScalarType? dtype, torch.Device? device, bool requiresGrad)
        : this(dtype, device ?? torch.DefaultDeviceOrNull, requiresGrad ? 1 : 0)
    {
    }

    private NativeTensorOptions(torch.ScalarType? dtype, torch.Device? device, int requiresGrad)
    {
        DType = dtype is { } type ? (int)type : -1;
        DeviceType = device is null ? -1 : (int)device.type;
        DeviceIndex = device?.index ?? -1;
        RequiresGrad = requiresGrad;
    }

    /// <summary>For a tensor made after another one: what is not said comes from that one, not from the defaults.</summary>
    internal static NativeTensorOptions Like(torch.ScalarType? dtype, torch.Device? device, bool requiresGrad) => new(dtype, device, requiresGrad ? 1 : 0);
}
