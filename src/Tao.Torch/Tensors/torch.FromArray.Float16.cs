using TorchSharp.Native;
using static TorchSharp.Native.NativeMethods;

namespace TorchSharp;

public static unsafe partial class torch
{
    /// <summary>A copy, of one dimension.</summary>
    public static Tensor tensor(Half[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => FromMemory<Half>(rawArray, ScalarType.Float16, [rawArray.Length], new NativeTensorOptions(dtype, device, requires_grad), names);

    /// <summary>A copy, of one dimension.</summary>
    public static Tensor tensor(IList<Half> rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => FromMemory<Half>(AsArray(rawArray), ScalarType.Float16, [rawArray.Count], new NativeTensorOptions(dtype, device, requires_grad), names);

    /// <summary>A copy in row-major order.</summary>
    public static Tensor tensor(Half[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => FromMemory<Half>(rawArray, ScalarType.Float16, dimensions, new NativeTensorOptions(dtype, device, requires_grad), names);

    /// <summary>A copy in row-major order.</summary>
    public static Tensor tensor(IList<Half> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => FromMemory<Half>(AsArray(rawArray), ScalarType.Float16, dimensions, new NativeTensorOptions(dtype, device, requires_grad), names);

    /// <summary>A copy in row-major order.</summary>
    public static Tensor tensor(Memory<Half> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => FromMemory<Half>(rawArray.Span, ScalarType.Float16, dimensions, new NativeTensorOptions(dtype, device, requires_grad), names);

    /// <summary>A copy in row-major order.</summary>
    public static Tensor tensor(IList<Half> rawArray, long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => FromMemory<Half>(AsArray(rawArray), ScalarType.Float16, [rows, columns], new NativeTensorOptions(dtype, device, requires_grad), names);

    /// <summary>A copy in row-major order.</summary>
    public static Tensor tensor(IList<Half> rawArray, long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => FromMemory<Half>(AsArray(rawArray), ScalarType.Float16, [dim0, dim1, dim2], new NativeTensorOptions(dtype, device, requires_grad), names);

    /// <summary>A copy in row-major order.</summary>
    public static Tensor tensor(IList<Half> rawArray, long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => FromMemory<Half>(AsArray(rawArray), ScalarType.Float16, [dim0, dim1, dim2, dim3], new NativeTensorOptions(dtype, device, requires_grad), names);

    /// <summary>A copy.</summary>
    public static Tensor tensor(Half[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => from_array(rawArray, dtype, device, requires_grad, names);

    /// <summary>A copy.</summary>
    public static Tensor tensor(Half[,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => from_array(rawArray, dtype, device, requires_grad, names);

    /// <summary>A copy.</summary>
    public static Tensor tensor(Half[,,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => from_array(rawArray, dtype, device, requires_grad, names);
}
