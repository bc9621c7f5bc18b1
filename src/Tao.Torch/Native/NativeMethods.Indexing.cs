using System.Runtime.InteropServices;

namespace TorchSharp.Native;

internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial int tao_index(nint x, NativeIndex* indices, int count, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_index_put_(nint x, NativeIndex* indices, int count, nint value);

    [LibraryImport(Library)]
    internal static partial int tao_index_put_number_(nint x, NativeIndex* indices, int count, NativeNumber value);

    [LibraryImport(Library)]
    internal static partial int tao_index_put_accumulate_(nint x, nint* indices, int count, nint value);

    [LibraryImport(Library)]
    internal static partial int tao_select(nint x, long dim, long index, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_narrow(nint x, long dim, long start, long length, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_slice(nint x, long dim, long start, long stop, long step, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_slice_scatter(nint x, nint source, long dim, long* start, long* end, long step, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_select_scatter(nint x, nint source, long dim, long index, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_index_select(nint x, long dim, nint index, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_index_add(nint x, long dim, nint index, nint source, NativeNumber alpha, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_index_add_(nint x, long dim, nint index, nint source, NativeNumber alpha);

    [LibraryImport(Library)]
    internal static partial int tao_index_copy(nint x, long dim, nint index, nint source, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_index_copy_(nint x, long dim, nint index, nint source);

    [LibraryImport(Library)]
    internal static partial int tao_index_fill(nint x, long dim, nint index, NativeNumber value, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_index_fill_(nint x, long dim, nint index, NativeNumber value);

    [LibraryImport(Library)]
    internal static partial int tao_gather(nint x, long dim, nint index, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_scatter(nint x, long dim, nint index, nint source, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_scatter_(nint x, long dim, nint index, nint source);

    [LibraryImport(Library)]
    internal static partial int tao_scatter_add(nint x, long dim, nint index, nint source, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_scatter_add_(nint x, long dim, nint index, nint source);

    [LibraryImport(Library)]
    internal static partial int tao_masked_fill(nint x, nint mask, NativeNumber value, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_masked_fill_(nint x, nint mask, NativeNumber value);

    [LibraryImport(Library)]
    internal static partial int tao_masked_select(nint x, nint y, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_take(nint x, nint y, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_masked_scatter(nint x, nint mask, nint source, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_masked_scatter_(nint x, nint mask, nint source);

    [LibraryImport(Library)]
    internal static partial int tao_take_along_dim(nint x, nint indices, long* dim, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_one_hot(nint x, long classes, nint* result);
}
