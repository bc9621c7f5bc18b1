using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Conversions that return the module's own type.</summary>
public static class ModuleExtensionMethods
{
    /// <summary>Converts parameters and buffers to a real type.</summary>
    public static T to<T>(this T module, ScalarType type, bool non_blocking = false)
        where T : nn.Module
        => Converted(module, null, type);

    /// <summary>Moves parameters and buffers and converts them to a real type.</summary>
    public static T to<T>(this T module, Device device, ScalarType type, bool non_blocking = false)
        where T : nn.Module
        => Converted(module, device, type);

    /// <summary>Moves parameters and buffers.</summary>
    public static T to<T>(this T module, DeviceType deviceType, int deviceIndex = -1, bool non_blocking = false)
        where T : nn.Module
        => Converted(module, new Device(deviceType, deviceIndex), null);

    /// <summary>Moves parameters and buffers.</summary>
    public static T to<T>(this T module, Device device, bool non_blocking = false)
        where T : nn.Module
        => Converted(module, device, null);

    /// <summary>Moves parameters and buffers.</summary>
    public static T to<T>(this T module, string device, bool non_blocking = false)
        where T : nn.Module
        => Converted(module, new Device(device), null);

    /// <summary>Moves parameters and buffers into the host.</summary>
    public static T cpu<T>(this T module, bool non_blocking = false)
        where T : nn.Module
        => Converted(module, CPU, null);

    /// <summary>Moves parameters and buffers to a GPU.</summary>
    public static T cuda<T>(this T module, int deviceIndex = -1, bool non_blocking = false)
        where T : nn.Module
        => Converted(module, new Device(DeviceType.CUDA, deviceIndex), null);

    /// <summary>Converts parameters and buffers to Float32.</summary>
    public static T @float<T>(this T module, bool non_blocking = false)
        where T : nn.Module
        => Converted(module, null, ScalarType.Float32);

    /// <summary>Converts parameters and buffers to Float64.</summary>
    public static T @double<T>(this T module, bool non_blocking = false)
        where T : nn.Module
        => Converted(module, null, ScalarType.Float64);

    private static T Converted<T>(T module, Device? device, ScalarType? type)
        where T : nn.Module
    {
        module.Convert(device, type);
        return module;
    }
}
