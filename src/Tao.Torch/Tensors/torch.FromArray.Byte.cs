using TorchSharp.Native;
using static TorchSharp.Native.NativeMethods;

namespace TorchSharp;

public static unsafe partial class torch
{
    /// <summary>A copy, of one dimension.</summary>
    public static Tensor tensor(byte[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => FromMemory<byte>(rawArray, ScalarType.Byte, [rawArray.Length], new NativeTensorOptions(dtype, device, requires_grad), names);

    /// <summary>A copy, of one dimension.</summary>
    public static Tensor tensor(IList<byte> rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => FromMemory<byte>(AsArray(rawArray), ScalarType.Byte, [rawArray.Count], new NativeTensorOptions(dtype, device, requires_grad), names);

    /// <summary>A copy in row-major order.</summary>
    public static Tensor tensor(byte[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => FromMemory<byte>(rawArray, ScalarType.Byte, dimensions, new NativeTensorOptions(dtype, device, requires_grad), names);

    /// <summary>A copy in row-major order.</summary>
    public static Tensor tensor(IList<byte> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => FromMemory<byte>(AsArray(rawArray), ScalarType.Byte, dimensions, new NativeTensorOptions(dtype, device, requires_grad), names);

    /// <summary>A copy in row-major order.</summary>
    public static Tensor tensor(Memory<byte> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => FromMemory<byte>(rawArray.Span, ScalarType.Byte, dimensions, new NativeTensorOptions(dtype, device, requires_grad), names);

    /// <summary>A copy in row-major order.</summary>
    public static Tensor tensor(IList<byte> rawArray, long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => FromMemory<byte>(AsArray(rawArray), ScalarType.Byte, [rows, columns], new NativeTensorOptions(dtype, device, requires_grad), names);

    /// <summary>A copy in row-major order.</summary>
    public static Tensor tensor(IList<byte> rawArray, long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => FromMemory<byte>(AsArray(rawArray), ScalarType.Byte, [dim0, dim1, dim2], new NativeTensorOptions(dtype, device, requires_grad), names);

    /// <summary>A copy in row-major order.</summary>
    public static Tensor tensor(IList<byte> rawArray, long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => FromMemory<byte>(AsArray(rawArray), ScalarType.Byte, [dim0, dim1, dim2, dim3], new NativeTensorOptions(dtype, device, requires_grad), names);

    /// <summary>A copy.</summary>
    public static Tensor tensor(byte[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => from_array(rawArray, dtype, device, requires_grad, names);

    /// <summary>A copy.</summary>
    public static Tensor tensor(byte[,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => from_array(rawArray, dtype, device, requires_grad, names);

    /// <summary>A copy.</summary>
    public static Tensor tensor(byte[,,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => from_array(rawArray, dtype, device, requires_grad, names);
}
