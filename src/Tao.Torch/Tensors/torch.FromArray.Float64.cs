using TorchSharp.Native;
using static TorchSharp.Native.NativeMethods;

namespace TorchSharp;

public static unsafe partial class torch
{
    /// <summary>A copy, of one dimension.</summary>
    public static Tensor tensor(double[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => FromMemory<double>(rawArray, ScalarType.Float64, [rawArray.Length], new NativeTensorOptions(dtype, device, requires_grad), names);

    /// <summary>A copy, of one dimension.</summary>
    public static Tensor tensor(IList<double> rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => FromMemory<double>(AsArray(rawArray), ScalarType.Float64, [rawArray.Count], new NativeTensorOptions(dtype, device, requires_grad), names);

    /// <summary>A copy in row-major order.</summary>
    public static Tensor tensor(double[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => FromMemory<double>(rawArray, ScalarType.Float64, dimensions, new NativeTensorOptions(dtype, device, requires_grad), names);

    /// <summary>A copy in row-major order.</summary>
    public static Tensor tensor(IList<double> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => FromMemory<double>(AsArray(rawArray), ScalarType.Float64, dimensions, new NativeTensorOptions(dtype, device, requires_grad), names);

    /// <summary>A copy in row-major order.</summary>
    public static Tensor tensor(Memory<double> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => FromMemory<double>(rawArray.Span, ScalarType.Float64, dimensions, new NativeTensorOptions(dtype, device, requires_grad), names);

    /// <summary>A copy in row-major order.</summary>
    public static Tensor tensor(IList<double> rawArray, long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => FromMemory<double>(AsArray(rawArray), ScalarType.Float64, [rows, columns], new NativeTensorOptions(dtype, device, requires_grad), names);

    /// <summary>A copy in row-major order.</summary>
    public static Tensor tensor(IList<double> rawArray, long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => FromMemory<double>(AsArray(rawArray), ScalarType.Float64, [dim0, dim1, dim2], new NativeTensorOptions(dtype, device, requires_grad), names);

    /// <summary>A copy in row-major order.</summary>
    public static Tensor tensor(IList<double> rawArray, long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => FromMemory<double>(AsArray(rawArray), ScalarType.Float64, [dim0, dim1, dim2, dim3], new NativeTensorOptions(dtype, device, requires_grad), names);

    /// <summary>A copy.</summary>
    public static Tensor tensor(double[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => from_array(rawArray, dtype, device, requires_grad, names);

    /// <summary>A copy.</summary>
    public static Tensor tensor(double[,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => from_array(rawArray, dtype, device, requires_grad, names);

    /// <summary>A copy.</summary>
    public static Tensor tensor(double[,,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => from_array(rawArray, dtype, device, requires_grad, names);
}
