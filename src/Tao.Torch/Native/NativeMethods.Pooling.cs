using System.Runtime.InteropServices;

namespace TorchSharp.Native;

internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial int tao_max_pool(int rank, nint x, long* kernel, long* stride, long* padding, long* dilation, int ceilMode, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_max_pool2d_with_indices(nint x, long* kernel, long* stride, long* padding, long* dilation, int ceilMode, nint* values, nint* indices);

    [LibraryImport(Library)]
    internal static partial int tao_avg_pool(int rank, nint x, long* kernel, long* stride, long* padding, int ceilMode, int countIncludePad, long divisorOverride, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_adaptive_avg_pool(int rank, nint x, long* size, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_adaptive_max_pool(int rank, nint x, long* size, nint* result);
}
