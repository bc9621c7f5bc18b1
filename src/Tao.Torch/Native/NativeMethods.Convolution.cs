using System.Runtime.InteropServices;

namespace TorchSharp.Native;

internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial int tao_conv(int rank, nint x, nint weight, nint bias, long* stride, long* padding, long* dilation, long groups, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_conv_same(int rank, nint x, nint weight, nint bias, long* stride, long* dilation, long groups, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_conv_transpose(int rank, nint x, nint weight, nint bias, long* stride, long* padding, long* outputPadding, long* dilation, long groups, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_linear(nint x, nint weight, nint bias, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_bilinear(nint x, nint y, nint weight, nint bias, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_embedding(nint weight, nint indices, long paddingIndex, int scaleByFrequency, int sparse, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_im2col(nint x, long* kernel, long* dilation, long* padding, long* stride, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_col2im(nint x, long* output, long* kernel, long* dilation, long* padding, long* stride, nint* result);
}
