using System.Runtime.InteropServices;

namespace TorchSharp.Native;

internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial int tao_dim(nint x, long* result);

    [LibraryImport(Library)]
    internal static partial int tao_numel(nint x, long* result);

    [LibraryImport(Library)]
    internal static partial int tao_sizes(nint x, long* result);

    [LibraryImport(Library)]
    internal static partial int tao_strides(nint x, long* result);

    [LibraryImport(Library)]
    internal static partial int tao_size(nint x, long dim, long* result);

    [LibraryImport(Library)]
    internal static partial int tao_stride(nint x, long dim, long* result);

    [LibraryImport(Library)]
    internal static partial int tao_storage_offset(nint x, long* result);

    [LibraryImport(Library)]
    internal static partial int tao_element_size(nint x, long* result);

    [LibraryImport(Library)]
    internal static partial int tao_dtype(nint x, int* result);

    [LibraryImport(Library)]
    internal static partial int tao_device(nint x, int* type, int* index);

    [LibraryImport(Library)]
    internal static partial int tao_data_ptr(nint x, void** result);

    [LibraryImport(Library)]
    internal static partial int tao_is_contiguous(nint x, int format, int* result);

    [LibraryImport(Library)]
    internal static partial int tao_contiguous(nint x, int format, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_is_leaf(nint x, int* result);

    [LibraryImport(Library)]
    internal static partial int tao_is_sparse(nint x, int* result);

    [LibraryImport(Library)]
    internal static partial int tao_is_pinned(nint x, int* result);

    [LibraryImport(Library)]
    internal static partial int tao_pin_memory(nint x, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_to_dtype(nint x, int dtype, int copy, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_to_device(nint x, int type, int index, int dtype, int copy, int nonBlocking, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_clone(nint x, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_clone_format(nint x, int format, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_alias(nint x, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_same(nint x, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_copy_(nint x, nint source, int nonBlocking);

    [LibraryImport(Library)]
    internal static partial int tao_set_(nint x, nint source);

    [LibraryImport(Library)]
    internal static partial int tao_fill_(nint x, NativeNumber value);

    [LibraryImport(Library)]
    internal static partial int tao_zero_(nint x);

    [LibraryImport(Library)]
    internal static partial int tao_set_data(nint x, nint source);

    [LibraryImport(Library)]
    internal static partial int tao_item(nint x, NativeNumber* result);

    [LibraryImport(Library)]
    internal static partial int tao_copy_out(nint x, void* destination, long bytes);

    [LibraryImport(Library)]
    internal static partial int tao_copy_out_nhwc(nint x, void* destination, long bytes);
}
