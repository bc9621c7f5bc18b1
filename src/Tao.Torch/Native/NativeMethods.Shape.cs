using System.Runtime.InteropServices;

namespace TorchSharp.Native;

internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial int tao_view(nint x, long* values, int count, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_reshape(nint x, long* values, int count, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_permute(nint x, long* values, int count, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_expand(nint x, long* values, int count, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_repeat(nint x, long* values, int count, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_flip(nint x, long* values, int count, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_tile(nint x, long* values, int count, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_t(nint x, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_squeeze(nint x, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_view_as_real(nint x, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_view_as_complex(nint x, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_real(nint x, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_imag(nint x, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_angle(nint x, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_flatten(nint x, long start, long end, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_unflatten(nint x, long dim, long* sizes, int count, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_squeeze_dim(nint x, long dim, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_squeeze_(nint x, long* dim);

    [LibraryImport(Library)]
    internal static partial int tao_unsqueeze(nint x, long dim, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_unsqueeze_(nint x, long dim);

    [LibraryImport(Library)]
    internal static partial int tao_transpose(nint x, long a, long b, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_transpose_(nint x, long a, long b);

    [LibraryImport(Library)]
    internal static partial int tao_movedim(nint x, long* from, long* to, int count, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_as_strided(nint x, long* size, long* strides, int count, long offset, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_roll(nint x, long* shifts, int shiftCount, long* axes, int axisCount, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_rot90(nint x, long k, long a, long b, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_unfold_dim(nint x, long dim, long size, long step, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_diag(nint x, long diagonal, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_diagonal(nint x, long offset, long a, long b, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_diag_embed(nint x, long offset, long a, long b, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_tril(nint x, long diagonal, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_triu(nint x, long diagonal, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_repeat_interleave(nint x, long repeats, long* dim, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_repeat_interleave_tensor(nint x, nint repeats, long* dim, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_cat(nint* tensors, int count, long dim, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_stack(nint* tensors, int count, long dim, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_hstack(nint* tensors, int count, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_vstack(nint* tensors, int count, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_dstack(nint* tensors, int count, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_cartesian_prod(nint* tensors, int count, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_broadcast_tensors(nint* tensors, int count, nint* results, int* produced);

    [LibraryImport(Library)]
    internal static partial int tao_meshgrid(nint* tensors, int count, int xy, nint* results, int* produced);

    [LibraryImport(Library)]
    internal static partial int tao_split_sizes(nint x, long* sizes, int count, long dim, nint* results, int* produced);

    [LibraryImport(Library)]
    internal static partial int tao_split(nint x, long size, long dim, nint* results, int capacity, int* produced);

    [LibraryImport(Library)]
    internal static partial int tao_chunk(nint x, long chunks, long dim, nint* results, int capacity, int* produced);

    [LibraryImport(Library)]
    internal static partial int tao_tensor_split(nint x, long sections, long dim, nint* results, int capacity, int* produced);

    [LibraryImport(Library)]
    internal static partial int tao_unbind(nint x, long dim, nint* results, int capacity, int* produced);
}
