using System.Runtime.InteropServices;

namespace TorchSharp.Native;

internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial int tao_max(nint x, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_min(nint x, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_all(nint x, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_any(nint x, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_median(nint x, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_nonzero(nint x, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_sum(nint x, long* axes, int count, int keepdim, int dtype, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_mean(nint x, long* axes, int count, int keepdim, int dtype, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_std(nint x, long* axes, int count, int unbiased, int keepdim, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_var(nint x, long* axes, int count, int unbiased, int keepdim, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_var_mean(nint x, long* axes, int count, int unbiased, int keepdim, nint* var, nint* mean);

    [LibraryImport(Library)]
    internal static partial int tao_std_mean(nint x, long* axes, int count, int unbiased, int keepdim, nint* std, nint* mean);

    [LibraryImport(Library)]
    internal static partial int tao_amax(nint x, long* axes, int count, int keepdim, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_amin(nint x, long* axes, int count, int keepdim, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_prod(nint x, int dtype, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_prod_dim(nint x, long dim, int keepdim, int dtype, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_max_dim(nint x, long dim, int keepdim, nint* values, nint* indices);

    [LibraryImport(Library)]
    internal static partial int tao_min_dim(nint x, long dim, int keepdim, nint* values, nint* indices);

    [LibraryImport(Library)]
    internal static partial int tao_argmax(nint x, long* dim, int keepdim, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_argmin(nint x, long* dim, int keepdim, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_all_dim(nint x, long dim, int keepdim, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_any_dim(nint x, long dim, int keepdim, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_norm(nint x, double p, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_norm_dim(nint x, double p, long dim, int keepdim, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_logsumexp(nint x, long dim, int keepdim, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_cumsum(nint x, long dim, int dtype, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_cumprod(nint x, long dim, int dtype, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_cummax(nint x, long dim, nint* values, nint* indices);

    [LibraryImport(Library)]
    internal static partial int tao_sort(nint x, long dim, int descending, int stable, nint* values, nint* indices);

    [LibraryImport(Library)]
    internal static partial int tao_topk(nint x, long k, long dim, int largest, int sorted, nint* values, nint* indices);

    [LibraryImport(Library)]
    internal static partial int tao_kthvalue(nint x, long k, long dim, int keepdim, nint* values, nint* indices);

    [LibraryImport(Library)]
    internal static partial int tao_quantile(nint x, nint q, long dim, int keepdim, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_unique(nint x, long* dim, int sorted, nint* output, nint* inverse, nint* counts);

    [LibraryImport(Library)]
    internal static partial int tao_unique_consecutive(nint x, long* dim, nint* output, nint* inverse, nint* counts);

    [LibraryImport(Library)]
    internal static partial int tao_bincount(nint x, nint weights, long minlength, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_histc(nint x, long bins, double low, double high, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_count_nonzero(nint x, long* axes, int count, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_searchsorted(nint sorted, nint values, int int32, int right, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_bucketize(nint x, nint boundaries, int int32, int right, nint* result);
}
