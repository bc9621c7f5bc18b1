using TorchSharp.Native;
using static TorchSharp.Native.NativeMethods;

namespace TorchSharp;

public static unsafe partial class torch
{
    /// <summary>A copy, of one dimension.</summary>
    public static Tensor tensor(bool[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => FromMemory<bool>(rawArray, ScalarType.Bool, [rawArray.Length], new NativeTensorOptions(dtype, device, requires_grad), names);

    /// <summary>A copy, of one dimension.</summary>
    public static Tensor tensor(IList<bool> rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => FromMemory<bool>(AsArray(rawArray), ScalarType.Bool, [rawArray.Count], new NativeTensorOptions(dtype, device, requires_grad), names);

    /// <summary>A copy in row-major order.</summary>
    public static Tensor tensor(bool[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => FromMemory<bool>(rawArray, ScalarType.Bool, dimensions, new NativeTensorOptions(dtype, device, requires_grad), names);

    /// <summary>A copy in row-major order.</summary>
    public static Tensor tensor(IList<bool> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => FromMemory<bool>(AsArray(rawArray), ScalarType.Bool, dimensions, new NativeTensorOptions(dtype, device, requires_grad), names);

    /// <summary>A copy in row-major order.</summary>
    public static Tensor tensor(Memory<bool> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => FromMemory<bool>(rawArray.Span, ScalarType.Bool, dimensions, new NativeTensorOptions(dtype, device, requires_grad), names);

    /// <summary>A copy in row-major order.</summary>
    public static Tensor tensor(IList<bool> rawArray, long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => FromMemory<bool>(AsArray(rawArray), ScalarType.Bool, [rows, columns], new NativeTensorOptions(dtype, device, requires_grad), names);

    /// <summary>A copy in row-major order.</summary>
    public static Tensor tensor(IList<bool> rawArray, long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => FromMemory<bool>(AsArray(rawArray), ScalarType.Bool, [dim0, dim1, dim2], new NativeTensorOptions(dtype, device, requires_grad), names);

    /// <summary>A copy in row-major order.</summary>
    public static Tensor tensor(IList<bool> rawArray, long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => FromMemory<bool>(AsArray(rawArray), ScalarType.Bool, [dim0, dim1, dim2, dim3], new NativeTensorOptions(dtype, device, requires_grad), names);

    /// <summary>A copy.</summary>
    public static Tensor tensor(bool[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => from_array(rawArray, dtype, device, requires_grad, names);

    /// <summary>A copy.</summary>
    public static Tensor tensor(bool[,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => from_array(rawArray, dtype, device, requires_grad, names);

    /// <summary>A copy.</summary>
    public static Tensor tensor(bool[,,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => from_array(rawArray, dtype, device, requires_grad, names);
}
