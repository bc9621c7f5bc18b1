using System.Runtime.InteropServices;

namespace TorchSharp.Native;

internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial int tao_zeros(long* size, int count, NativeTensorOptions wanted, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_ones(long* size, int count, NativeTensorOptions wanted, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_empty(long* size, int count, NativeTensorOptions wanted, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_empty_strided(long* size, int count, long* strides, NativeTensorOptions wanted, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_full(long* size, int count, NativeNumber value, NativeTensorOptions wanted, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_eye(long rows, long columns, NativeTensorOptions wanted, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_arange(NativeNumber start, NativeNumber stop, NativeNumber step, NativeTensorOptions wanted, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_linspace(double start, double end, long steps, NativeTensorOptions wanted, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_logspace(double start, double end, long steps, double @base, NativeTensorOptions wanted, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_zeros_like(nint x, NativeTensorOptions wanted, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_ones_like(nint x, NativeTensorOptions wanted, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_empty_like(nint x, NativeTensorOptions wanted, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_rand_like(nint x, NativeTensorOptions wanted, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_randn_like(nint x, NativeTensorOptions wanted, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_full_like(nint x, NativeNumber value, NativeTensorOptions wanted, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_randint_like(nint x, long low, long high, NativeTensorOptions wanted, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_rand(long* size, int count, nint generator, NativeTensorOptions wanted, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_randn(long* size, int count, nint generator, NativeTensorOptions wanted, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_randint(long low, long high, long* size, int count, nint generator, NativeTensorOptions wanted, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_randperm(long n, nint generator, NativeTensorOptions wanted, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_normal(double mean, double std, long* size, int count, nint generator, NativeTensorOptions wanted, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_normal_tensors(nint mean, nint std, nint generator, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_bernoulli(nint x, nint generator, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_multinomial(nint x, long samples, int replacement, nint generator, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_uniform_(nint x, double from, double to, nint generator);

    [LibraryImport(Library)]
    internal static partial int tao_normal_(nint x, double mean, double std, nint generator);

    [LibraryImport(Library)]
    internal static partial int tao_random_(nint x, long from, long to, nint generator);

    [LibraryImport(Library)]
    internal static partial int tao_bernoulli_(nint x, double p, nint generator);

    [LibraryImport(Library)]
    internal static partial int tao_bernoulli_tensor_(nint x, nint p, nint generator);

    [LibraryImport(Library)]
    internal static partial int tao_exponential_(nint x, double lambda, nint generator);

    [LibraryImport(Library)]
    internal static partial int tao_from_memory(void* data, long* size, int count, int sourceDtype, NativeTensorOptions wanted, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_from_borrowed(void* data, long* size, int count, long* strides, int dtype, delegate* unmanaged<void*, void> release, void* context, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_from_nhwc(float* data, long n, long h, long w, long c, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_hann_window(long length, int periodic, NativeTensorOptions wanted, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_tril_indices(long rows, long columns, long offset, NativeTensorOptions wanted, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_triu_indices(long rows, long columns, long offset, NativeTensorOptions wanted, nint* result);
}
