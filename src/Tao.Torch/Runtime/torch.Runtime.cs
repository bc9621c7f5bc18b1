using TorchSharp.Native;
using static TorchSharp.Native.NativeMethods;

namespace TorchSharp;

public static unsafe partial class torch
{
    /// <summary>The version of libtorch that the native library was compiled against, such as 1.13.1.</summary>
    public static string __version__ => System.Runtime.InteropServices.Marshal.PtrToStringUTF8((nint)tao_torch_version())!;

    /// <summary>Threads that one operator may use.</summary>
    public static void set_num_threads(int num) => Call.Check(tao_set_num_threads(num));

    /// <inheritdoc cref="set_num_threads"/>
    public static int get_num_threads()
    {
        int count;
        Call.Check(tao_get_num_threads(&count));
        return count;
    }

    /// <summary>Threads over operators. libtorch lets it be set only once, before the first parallel work.</summary>
    public static void set_num_interop_threads(int num) => Call.Check(tao_set_num_interop_threads(num));

    /// <inheritdoc cref="set_num_interop_threads"/>
    public static int get_num_interop_threads()
    {
        int count;
        Call.Check(tao_get_num_interop_threads(&count));
        return count;
    }

    /// <summary>The real type of new tensors when none is said.</summary>
    public static void set_default_dtype(ScalarType dtype) => Call.Check(tao_set_default_dtype((int)dtype));

    /// <inheritdoc cref="set_default_dtype"/>
    public static ScalarType get_default_dtype()
    {
        int dtype;
        Call.Check(tao_get_default_dtype(&dtype));
        return (ScalarType)dtype;
    }

    /// <summary>Whether an NVIDIA GPU can be used.</summary>
    public static bool cuda_is_available() => cuda.is_available();

    /// <summary>Whether Apple's GPU can be used: never, in this subset.</summary>
    public static bool mps_is_available() => false;

    /// <summary>Makes sure that devices of this kind can be used; a <see cref="TorchException"/> says that they cannot.</summary>
    public static void InitializeDeviceType(DeviceType deviceType)
    {
        if (!TryInitializeDeviceType(deviceType)) throw new TorchException($"libtorch {__version__} has no usable device of type {deviceType}.");
    }

    /// <summary>Whether devices of this kind can be used.</summary>
    public static bool TryInitializeDeviceType(DeviceType deviceType) => deviceType switch
    {
        DeviceType.CPU or DeviceType.META => get_num_threads() > 0,
        DeviceType.CUDA => cuda.is_available(),
        _ => false,
    };

    /// <summary>The device, or the best there is when none is given.</summary>
    public static Device InitializeDevice(Device? device)
    {
        device ??= cuda.is_available() ? CUDA : CPU;
        InitializeDeviceType(device.type);
        return device;
    }

    /// <summary>NVIDIA GPUs.</summary>
    public static class cuda
    {
        /// <summary>Whether one can be used.</summary>
        public static bool is_available() => Flag(&tao_cuda_is_available);

        /// <summary>Whether cuDNN can be used.</summary>
        public static bool is_cudnn_available() => Flag(&tao_cudnn_is_available);

        /// <summary>How many there are.</summary>
        public static int device_count()
        {
            int count;
            Call.Check(tao_cuda_device_count(&count));
            return count;
        }

        /// <summary>Seeds the generators of all of them; nothing where there is none.</summary>
        public static void manual_seed(long seed) => Call.Check(tao_cuda_manual_seed(seed));

        /// <inheritdoc cref="manual_seed"/>
        public static void manual_seed_all(long seed) => Call.Check(tao_cuda_manual_seed(seed));

        /// <summary>Waits until the GPU's queued work is done; returns at once where there is no GPU.</summary>
        public static void synchronize(Device? device = null)
        {
            if (!is_available()) return;
            Call.Check(tao_cuda_synchronize(device?.index ?? -1));
        }

        private static bool Flag(delegate*<int*, int> function)
        {
            int yes;
            Call.Check(function(&yes));
            return yes != 0;
        }
    }
}
