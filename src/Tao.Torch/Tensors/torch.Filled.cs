using TorchSharp.Native;
using static TorchSharp.Native.NativeMethods;

namespace TorchSharp;

public static unsafe partial class torch
{
    /// <summary>Zeros. Names are not supported and must be null.</summary>
    public static Tensor zeros(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => Filled(&tao_zeros, size, new NativeTensorOptions(dtype, device, requires_grad), names);

    /// <summary>Zeros. Names are not supported and must be null.</summary>
    public static Tensor zeros(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => Filled(&tao_zeros, size, new NativeTensorOptions(dtype, device, requires_grad), names);

    /// <summary>Zeros. Names are not supported and must be null.</summary>
    public static Tensor zeros(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => Filled(&tao_zeros, [size], new NativeTensorOptions(dtype, device, requires_grad), names);

    /// <summary>Zeros. Names are not supported and must be null.</summary>
    public static Tensor zeros(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => Filled(&tao_zeros, [rows, columns], new NativeTensorOptions(dtype, device, requires_grad), names);

    /// <summary>Zeros. Names are not supported and must be null.</summary>
    public static Tensor zeros(long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => Filled(&tao_zeros, [dim0, dim1, dim2], new NativeTensorOptions(dtype, device, requires_grad), names);

    /// <summary>Zeros. Names are not supported and must be null.</summary>
    public static Tensor zeros(long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => Filled(&tao_zeros, [dim0, dim1, dim2, dim3], new NativeTensorOptions(dtype, device, requires_grad), names);

    /// <summary>Zeros. Names are not supported and must be null.</summary>
    public static Tensor zeros(int size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => Filled(&tao_zeros, [size], new NativeTensorOptions(dtype, device, requires_grad), names);

    /// <summary>Zeros. Names are not supported and must be null.</summary>
    public static Tensor zeros(int rows, int columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => Filled(&tao_zeros, [rows, columns], new NativeTensorOptions(dtype, device, requires_grad), names);

    /// <summary>Zeros. Names are not supported and must be null.</summary>
    public static Tensor zeros(int dim0, int dim1, int dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => Filled(&tao_zeros, [dim0, dim1, dim2], new NativeTensorOptions(dtype, device, requires_grad), names);

    /// <summary>Zeros. Names are not supported and must be null.</summary>
    public static Tensor zeros(int dim0, int dim1, int dim2, int dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => Filled(&tao_zeros, [dim0, dim1, dim2, dim3], new NativeTensorOptions(dtype, device, requires_grad), names);

    /// <summary>Ones.</summary>
    public static Tensor ones(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => Filled(&tao_ones, size, new NativeTensorOptions(dtype, device, requires_grad), names);

    /// <summary>Ones.</summary>
    public static Tensor ones(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => Filled(&tao_ones, size, new NativeTensorOptions(dtype, device, requires_grad), names);

    /// <summary>Ones.</summary>
    public static Tensor ones(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => Filled(&tao_ones, [size], new NativeTensorOptions(dtype, device, requires_grad), names);

    /// <summary>Ones.</summary>
    public static Tensor ones(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => Filled(&tao_ones, [rows, columns], new NativeTensorOptions(dtype, device, requires_grad), names);

    /// <summary>Ones.</summary>
    public static Tensor ones(long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => Filled(&tao_ones, [dim0, dim1, dim2], new NativeTensorOptions(dtype, device, requires_grad), names);

    /// <summary>Ones.</summary>
    public static Tensor ones(long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => Filled(&tao_ones, [dim0, dim1, dim2, dim3], new NativeTensorOptions(dtype, device, requires_grad), names);

    /// <summary>Ones.</summary>
    public static Tensor ones(int size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => Filled(&tao_ones, [size], new NativeTensorOptions(dtype, device, requires_grad), names);

    /// <summary>Ones.</summary>
    public static Tensor ones(int rows, int columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => Filled(&tao_ones, [rows, columns], new NativeTensorOptions(dtype, device, requires_grad), names);

    /// <summary>Ones.</summary>
    public static Tensor ones(int dim0, int dim1, int dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => Filled(&tao_ones, [dim0, dim1, dim2], new NativeTensorOptions(dtype, device, requires_grad), names);

    /// <summary>Ones.</summary>
    public static Tensor ones(int dim0, int dim1, int dim2, int dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => Filled(&tao_ones, [dim0, dim1, dim2, dim3], new NativeTensorOptions(dtype, device, requires_grad), names);

    /// <summary>Uninitialised memory.</summary>
    public static Tensor empty(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => Filled(&tao_empty, size, new NativeTensorOptions(dtype, device, requires_grad), names);

    /// <summary>Uninitialised memory.</summary>
    public static Tensor empty(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => Filled(&tao_empty, size, new NativeTensorOptions(dtype, device, requires_grad), names);

    /// <summary>Uninitialised memory.</summary>
    public static Tensor empty(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => Filled(&tao_empty, [size], new NativeTensorOptions(dtype, device, requires_grad), names);

    /// <summary>Uninitialised memory.</summary>
    public static Tensor empty(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => Filled(&tao_empty, [rows, columns], new NativeTensorOptions(dtype, device, requires_grad), names);

    /// <summary>Uninitialised memory.</summary>
    public static Tensor empty(long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => Filled(&tao_empty, [dim0, dim1, dim2], new NativeTensorOptions(dtype, device, requires_grad), names);

    /// <summary>Uninitialised memory.</summary>
    public static Tensor empty(long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => Filled(&tao_empty, [dim0, dim1, dim2, dim3], new NativeTensorOptions(dtype, device, requires_grad), names);

    /// <summary>Uninitialised memory.</summary>
    public static Tensor empty(int size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => Filled(&tao_empty, [size], new NativeTensorOptions(dtype, device, requires_grad), names);

    /// <summary>Uninitialised memory.</summary>
    public static Tensor empty(int rows, int columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => Filled(&tao_empty, [rows, columns], new NativeTensorOptions(dtype, device, requires_grad), names);

    /// <summary>Uninitialised memory.</summary>
    public static Tensor empty(int dim0, int dim1, int dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => Filled(&tao_empty, [dim0, dim1, dim2], new NativeTensorOptions(dtype, device, requires_grad), names);

    /// <summary>Uninitialised memory.</summary>
    public static Tensor empty(int dim0, int dim1, int dim2, int dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => Filled(&tao_empty, [dim0, dim1, dim2, dim3], new NativeTensorOptions(dtype, device, requires_grad), names);

    private static Tensor Filled(delegate*<long*, int, NativeTensorOptions, nint*, int> function, ReadOnlySpan<long> size, NativeTensorOptions options, string[]? names)
    {
        RefuseNames(names);
        nint result;
        int status;
        fixed (long* dims = size) status = function(dims, size.Length, options, &result);
        return Call.Wrap(status, result);
    }

    internal static void RefuseNames(string[]? names)
    {
        if (names is { Length: > 0 }) throw new NotSupportedException("Named dimensions are not part of this subset.");
    }
}
