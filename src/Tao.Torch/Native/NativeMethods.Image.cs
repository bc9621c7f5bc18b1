using System.Runtime.InteropServices;

namespace TorchSharp.Native;

internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial int tao_interpolate(nint x, long* size, double* scale, int count, int mode, int alignCorners, int antialias, int keepScale, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_grid_sample(nint x, nint grid, int mode, int padding, int alignCorners, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_affine_grid(nint theta, long* size, int count, int alignCorners, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_pad(nint x, long* pad, int count, byte* mode, double value, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_pixel_shuffle(nint x, long factor, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_pixel_unshuffle(nint x, long factor, nint* result);
}
