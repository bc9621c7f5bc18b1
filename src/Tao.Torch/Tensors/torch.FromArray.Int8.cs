using TorchSharp.Native;
using static TorchSharp.Native.NativeMethods;

namespace TorchSharp;

public static unsafe partial class torch
{
    /// <summary>A copy, of one dimension.</summary>
    public static Tensor tensor(sbyte[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => FromMemory<sbyte>(rawArray, ScalarType.Int8, [rawArray.Length], new NativeTensorOptions(dtype, device, requires_grad), names);

    /// <summary>A copy, of one dimension.</summary>
    public static Tensor tensor(IList<sbyte> rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => FromMemory<sbyte>(AsArray(rawArray), ScalarType.Int8, [rawArray.Count], new NativeTensorOptions(dtype, device, requires_grad), names);

    /// <summary>A copy in row-major order.</summary>
    public static Tensor tensor(sbyte[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => FromMemory<sbyte>(rawArray, ScalarType.Int8, dimensions, new NativeTensorOptions(dtype, device, requires_grad), names);

    /// <summary>A copy in row-major order.</summary>
    public static Tensor tensor(IList<sbyte> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => FromMemory<sbyte>(AsArray(rawArray), ScalarType.Int8, dimensions, new NativeTensorOptions(dtype, device, requires_grad), names);

    /// <summary>A copy in row-major order.</summary>
    public static Tensor tensor(Memory<sbyte> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => FromMemory<sbyte>(rawArray.Span, ScalarType.Int8, dimensions, new NativeTensorOptions(dtype, device, requires_grad), names);

    /// <summary>A copy in row-major order.</summary>
    public static Tensor tensor(IList<sbyte> rawArray, long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => FromMemory<sbyte>(AsArray(rawArray), ScalarType.Int8, [rows, columns], new NativeTensorOptions(dtype, device, requires_grad), names);

    /// <summary>A copy in row-major order.</summary>
    public static Tensor tensor(IList<sbyte> rawArray, long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => FromMemory<sbyte>(AsArray(rawArray), ScalarType.Int8, [dim0, dim1, dim2], new NativeTensorOptions(dtype, device, requires_grad), names);

    /// <summary>A copy in row-major order.</summary>
    public static Tensor tensor(IList<sbyte> rawArray, long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => FromMemory<sbyte>(AsArray(rawArray), ScalarType.Int8, [dim0, dim1, dim2, dim3], new NativeTensorOptions(dtype, device, requires_grad), names);

    /// <summary>A copy.</summary>
    public static Tensor tensor(sbyte[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => from_array(rawArray, dtype, device, requires_grad, names);

    /// <summary>A copy.</summary>
    public static Tensor tensor(sbyte[,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => from_array(rawArray, dtype, device, requires_grad, names);

    /// <summary>A copy.</summary>
    public static Tensor tensor(sbyte[,,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => from_array(rawArray, dtype, device, requires_grad, names);
}
