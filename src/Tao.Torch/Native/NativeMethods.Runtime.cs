using System.Runtime.InteropServices;

namespace TorchSharp.Native;

internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial byte* tao_torch_version();

    [LibraryImport(Library)]
    internal static partial int tao_keep_memory();

    [LibraryImport(Library)]
    internal static partial int tao_set_num_threads(int count);

    [LibraryImport(Library)]
    internal static partial int tao_get_num_threads(int* count);

    [LibraryImport(Library)]
    internal static partial int tao_set_num_interop_threads(int count);

    [LibraryImport(Library)]
    internal static partial int tao_get_num_interop_threads(int* count);

    [LibraryImport(Library)]
    internal static partial int tao_parallel_info(nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_set_flush_denormal(int on, int* supported);

    [LibraryImport(Library)]
    internal static partial int tao_set_deterministic(int on, int warnOnly);

    [LibraryImport(Library)]
    internal static partial int tao_set_default_dtype(int dtype);

    [LibraryImport(Library)]
    internal static partial int tao_get_default_dtype(int* dtype);

    [LibraryImport(Library)]
    internal static partial int tao_cuda_device_count(int* count);

    [LibraryImport(Library)]
    internal static partial int tao_cuda_is_available(int* yes);

    [LibraryImport(Library)]
    internal static partial int tao_cuda_synchronize(int index);

    [LibraryImport(Library)]
    internal static partial int tao_cudnn_is_available(int* yes);

    [LibraryImport(Library)]
    internal static partial int tao_cuda_manual_seed(long seed);

    [LibraryImport(Library)]
    internal static partial int tao_grad_enabled(int* yes);

    [LibraryImport(Library)]
    internal static partial int tao_set_grad_enabled(int on);

    [LibraryImport(Library)]
    internal static partial int tao_inference_mode_enter(int on, nint* guardObject);

    [LibraryImport(Library)]
    internal static partial int tao_inference_mode_leave(nint guardObject);

    [LibraryImport(Library)]
    internal static partial int tao_generator_default(nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_generator_new(ulong seed, int deviceType, int deviceIndex, nint* result);

    [LibraryImport(Library)]
    internal static partial void tao_generator_release(nint generator);

    [LibraryImport(Library)]
    internal static partial int tao_generator_set_seed(nint generator, long seed);

    [LibraryImport(Library)]
    internal static partial int tao_generator_new_seed(nint generator, long* seed);

    [LibraryImport(Library)]
    internal static partial int tao_generator_get_seed(nint generator, long* seed);

    [LibraryImport(Library)]
    internal static partial int tao_generator_get_state(nint generator, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_generator_set_state(nint generator, nint state);
}
