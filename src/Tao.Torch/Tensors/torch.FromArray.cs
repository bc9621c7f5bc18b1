using System.Runtime.InteropServices;
using TorchSharp.Native;
using static TorchSharp.Native.NativeMethods;

namespace TorchSharp;

public static unsafe partial class torch
{
    /// <summary>The tensor, converted where that is asked for.</summary>
    public static Tensor as_tensor(Tensor data, ScalarType? dtype = null, Device? device = null)
        => data.to(dtype ?? data.dtype, device ?? data.device);

    /// <summary>A copy of an array of any rank.</summary>
    public static Tensor as_tensor(Array data, ScalarType? dtype = null, Device? device = null) => from_array(data, dtype, device);

    /// <summary>A copy of an array of any rank.</summary>
    public static Tensor from_array(Array rawArray, Device? device = null) => from_array(rawArray, null, device);

    /// <summary>A copy of an array of any rank.</summary>
    public static Tensor from_array(Array rawArray, ScalarType? dtype, Device? device = null, bool requires_grad = false, string[]? names = null)
    {
        RefuseNames(names);
        var source = ElementTypeOf(rawArray);
        var size = new long[rawArray.Rank];
        for (var d = 0; d < size.Length; d++) size[d] = rawArray.GetLongLength(d);
        return FromPointer(rawArray, 0, source, size, new NativeTensorOptions(dtype, device, requires_grad));
    }

    /// <summary>
    /// A copy of an array's memory seen as elements of another type. TorchSharp shares the memory instead; write to the tensor, not to the array.
    /// </summary>
    public static Tensor frombuffer(Array rawArray, ScalarType dtype, long count = -1, long offset = 0, bool requires_grad = false)
    {
        var available = System.Buffer.ByteLength(rawArray) - offset;
        var elements = count < 0 ? available / dtype.ElementSize() : count;
        if (offset < 0 || elements < 0 || elements * dtype.ElementSize() > available)
            throw new ArgumentException($"{elements} elements of {dtype} from byte {offset} on are not in a buffer of {System.Buffer.ByteLength(rawArray)} bytes.");
        return FromPointer(rawArray, offset, dtype, [elements], new NativeTensorOptions(null, CPU, requires_grad));
    }

    internal static Tensor FromMemory<T>(ReadOnlySpan<T> data, ScalarType type, ReadOnlySpan<long> size, NativeTensorOptions options, string[]? names)
        where T : unmanaged
    {
        RefuseNames(names);
        var elements = 1L;
        foreach (var length in size) elements *= length;
        if (elements != data.Length) throw new ArgumentException($"{data.Length} numbers do not fill a tensor of {elements} elements.");
        nint result;
        int status;
        fixed (T* memory = data)
        fixed (long* dims = size)
            status = tao_from_memory(memory, dims, size.Length, (int)type, options, &result);
        return Call.Wrap(status, result);
    }

    private static Tensor FromPointer(Array array, long offset, ScalarType type, ReadOnlySpan<long> size, NativeTensorOptions options)
    {
        nint result;
        int status;
        fixed (byte* memory = &MemoryMarshal.GetArrayDataReference(array))
        fixed (long* dims = size)
            status = tao_from_memory(memory + offset, dims, size.Length, (int)type, options, &result);
        GC.KeepAlive(array);
        return Call.Wrap(status, result);
    }

    private static ScalarType ElementTypeOf(Array array)
    {
        var element = array.GetType().GetElementType();
        if (element == typeof(Half)) return ScalarType.Float16;
        return Type.GetTypeCode(element) switch
        {
            TypeCode.Boolean => ScalarType.Bool,
            TypeCode.Byte => ScalarType.Byte,
            TypeCode.SByte => ScalarType.Int8,
            TypeCode.Int16 => ScalarType.Int16,
            TypeCode.Int32 => ScalarType.Int32,
            TypeCode.Int64 => ScalarType.Int64,
            TypeCode.Single => ScalarType.Float32,
            TypeCode.Double => ScalarType.Float64,
            _ => throw new ArgumentException($"An array of {element} cannot become a tensor."),
        };
    }

    private static T[] AsArray<T>(IList<T> list) => list as T[] ?? [.. list];
}
