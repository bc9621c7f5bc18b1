using System.Runtime.InteropServices;

namespace TorchSharp.Native;

internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial int tao_requires_grad(nint x, int* result);

    [LibraryImport(Library)]
    internal static partial int tao_set_requires_grad(nint x, int on);

    [LibraryImport(Library)]
    internal static partial int tao_retain_grad(nint x);

    [LibraryImport(Library)]
    internal static partial int tao_detach(nint x, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_detach_(nint x);

    [LibraryImport(Library)]
    internal static partial int tao_grad(nint x, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_set_grad(nint x, nint grad);

    [LibraryImport(Library)]
    internal static partial int tao_backward(nint* outputs, int outputCount, nint* grads, int gradCount, int retain, int createGraph, nint* inputs, int inputCount);

    [LibraryImport(Library)]
    internal static partial int tao_autograd_grad(nint* outputs, int outputCount, nint* inputs, int inputCount, nint* grads, int gradCount, int retain, int createGraph, int allowUnused, nint* results);

    [LibraryImport(Library)]
    internal static partial int tao_zero_grad(nint* parameters, int count, int setToNone);

    [LibraryImport(Library)]
    internal static partial int tao_clip_grad_norm(nint* parameters, int count, double maxNorm, double p, double* total);

    [LibraryImport(Library)]
    internal static partial int tao_has_grads(nint* parameters, int count, byte* yes);
}
