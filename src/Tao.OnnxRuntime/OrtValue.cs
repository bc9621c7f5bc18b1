using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime.Native;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Microsoft.ML.OnnxRuntime;

/// <summary>A tensor that a session reads or writes. Its spans are valid until it is disposed.</summary>
public class OrtValue : IDisposable
{
    private readonly NativeHandle _handle;
    private MemoryHandle _pinned;

    internal OrtValue(nint value, MemoryHandle pinned = default)
    {
        _handle = new NativeHandle(value, ApiFunction.ReleaseValue);
        _pinned = pinned;
    }

    public OnnxValueType OnnxType
    {
        get
        {
            using var lease = new HandleLease(_handle);
            return (OnnxValueType)(int)OrtApi.Get(ApiFunction.GetValueType, lease.Value);
        }
    }

    public bool IsTensor => OnnxType == OnnxValueType.ONNX_TYPE_TENSOR;

    internal SafeHandle Handle => _handle;

    /// <summary>Makes a tensor of the array's own memory, which stays pinned until the value is disposed: nothing is copied, either way.</summary>
    public static OrtValue CreateTensorValueFromMemory<T>(T[] data, long[] shape)
        where T : unmanaged =>
        CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, new Memory<T>(data), shape);

    /// <summary>As the array overload, for any memory.</summary>
    public static unsafe OrtValue CreateTensorValueFromMemory<T>(OrtMemoryInfo memoryInfo, Memory<T> memory, long[] shape)
        where T : unmanaged
    {
        var elements = shape.Aggregate(1L, (product, size) => checked(product * size));
        if (elements < 0 || elements > memory.Length)
        {
            throw new OnnxRuntimeException(OrtErrorCode.InvalidArgument,
                $"The shape {string.Join('x', shape)} needs {elements} elements, but the memory has {memory.Length}.");
        }
        var pinned = memory.Pin();
        try
        {
            using var info = new HandleLease(memoryInfo);
            nint value;
            fixed (long* sizes = shape)
            {
                var create = (delegate* unmanaged<nint, void*, nint, long*, nint, int, nint*, nint>)
                    OrtApi.Function(ApiFunction.CreateTensorWithDataAsOrtValue);
                OrtApi.Check(create(
                    info.Value, pinned.Pointer, (nint)(elements * Unsafe.SizeOf<T>()), sizes, shape.Length, (int)ElementTypes.Of<T>(), &value));
            }
            return new OrtValue(value, pinned);
        }
        catch
        {
            pinned.Dispose();
            throw;
        }
    }

    /// <summary>Makes a tensor of ONNX Runtime's own memory, not initialised.</summary>
    public static unsafe OrtValue CreateAllocatedTensorValue(OrtAllocator allocator, TensorElementType elementType, long[] shape)
    {
        using var lease = new HandleLease(allocator);
        nint value;
        fixed (long* sizes = shape)
        {
            OrtApi.Check(((delegate* unmanaged<nint, long*, nint, int, nint*, nint>)OrtApi.Function(ApiFunction.CreateTensorAsOrtValue))(
                lease.Value, sizes, shape.Length, (int)elementType, &value));
        }
        return new OrtValue(value);
    }

    public ReadOnlySpan<T> GetTensorDataAsSpan<T>()
        where T : unmanaged =>
        GetTensorMutableDataAsSpan<T>();

    public unsafe Span<T> GetTensorMutableDataAsSpan<T>()
        where T : unmanaged
    {
        var info = GetTensorTypeAndShape();
        if (info.ElementDataType != ElementTypes.Of<T>())
            throw new OnnxRuntimeException(OrtErrorCode.InvalidArgument, $"The tensor holds {info.ElementDataType}, not {typeof(T)}.");
        using var lease = new HandleLease(_handle);
        return new Span<T>((void*)OrtApi.Get(ApiFunction.GetTensorMutableData, lease.Value), checked((int)info.ElementCount));
    }

    public OrtTensorTypeAndShapeInfo GetTensorTypeAndShape()
    {
        using var lease = new HandleLease(_handle);
        var info = OrtApi.Get(ApiFunction.GetTensorTypeAndShape, lease.Value);
        try
        {
            return new OrtTensorTypeAndShapeInfo(info);
        }
        finally
        {
            OrtApi.Release(ApiFunction.ReleaseTensorTypeAndShapeInfo, info);
        }
    }

    public void Dispose()
    {
        _handle.Dispose();
        _pinned.Dispose();
        GC.SuppressFinalize(this);
    }
}
