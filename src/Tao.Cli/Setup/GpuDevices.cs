namespace Tao.Cli.Setup;

/// <summary>The GPUs that the NVIDIA driver shows to this process.</summary>
internal static class GpuDevices
{
    private const string DriverFolder = "/proc/driver/nvidia/gpus";

    /// <summary>Zero when <c>CUDA_VISIBLE_DEVICES</c> hides them, as CUDA itself reads it: an empty value, or <c>-1</c> first.</summary>
    public static int Count(Func<string, string?> environment)
    {
        var installed = Directory.Exists(DriverFolder) ? Directory.GetDirectories(DriverFolder).Length : 0;
        return environment("CUDA_VISIBLE_DEVICES") switch
        {
            null => installed,
            var visible => Math.Min(installed, visible.Split(',', StringSplitOptions.RemoveEmptyEntries).TakeWhile(entry => entry.Trim() != "-1").Count()),
        };
    }

    /// <summary>Those that also this installation's libtorch can use. Torch is loaded only where the driver shows a device.</summary>
    public static int Usable(Func<string, string?> environment) =>
        Count(environment) is > 0 and var shown ? Math.Min(shown, NativeLibraryProbe.Torch.Ask(environment, NativeVersions.TorchCudaDevices)) : 0;
}
