using System.Runtime.InteropServices;

namespace TorchSharp.Native;

internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial int tao_relu(nint x, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_selu(nint x, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_silu(nint x, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_mish(nint x, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_hardswish(nint x, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_hardsigmoid(nint x, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_log_sigmoid(nint x, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_relu_(nint x);

    [LibraryImport(Library)]
    internal static partial int tao_selu_(nint x);

    [LibraryImport(Library)]
    internal static partial int tao_silu_(nint x);

    [LibraryImport(Library)]
    internal static partial int tao_mish_(nint x);

    [LibraryImport(Library)]
    internal static partial int tao_hardswish_(nint x);

    [LibraryImport(Library)]
    internal static partial int tao_hardsigmoid_(nint x);

    [LibraryImport(Library)]
    internal static partial int tao_hardtanh(nint x, double low, double high, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_hardtanh_(nint x, double low, double high);

    [LibraryImport(Library)]
    internal static partial int tao_leaky_relu(nint x, double slope, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_leaky_relu_(nint x, double slope);

    [LibraryImport(Library)]
    internal static partial int tao_elu(nint x, double alpha, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_elu_(nint x, double alpha);

    [LibraryImport(Library)]
    internal static partial int tao_celu(nint x, double alpha, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_celu_(nint x, double alpha);

    [LibraryImport(Library)]
    internal static partial int tao_gelu(nint x, int useTanh, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_softplus(nint x, double beta, double threshold, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_prelu(nint x, nint weight, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_threshold(nint x, double threshold, double value, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_glu(nint x, long dim, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_softmax(nint x, long dim, int dtype, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_log_softmax(nint x, long dim, int dtype, nint* result);
}
