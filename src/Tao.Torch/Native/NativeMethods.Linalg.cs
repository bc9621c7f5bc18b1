using System.Runtime.InteropServices;

namespace TorchSharp.Native;

internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial int tao_matmul(nint x, nint y, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_mm(nint x, nint y, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_bmm(nint x, nint y, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_mv(nint x, nint y, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_dot(nint x, nint y, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_outer(nint x, nint y, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_trace(nint x, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_addmm(nint x, nint a, nint b, double beta, double alpha, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_baddbmm(nint x, nint a, nint b, double beta, double alpha, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_einsum(byte* equation, nint* tensors, int count, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_tensordot(nint x, nint y, long* axesX, long* axesY, int count, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_cdist(nint x, nint y, double p, long computeMode, nint* result);
}
