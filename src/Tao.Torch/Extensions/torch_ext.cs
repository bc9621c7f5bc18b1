using System.Runtime.InteropServices;
using TorchSharp.Native;
using static TorchSharp.Native.NativeMethods;
using static TorchSharp.torch;

namespace TorchSharp.Extensions;

/// <summary>Tensors from managed memory, and calls over lists of tensors.</summary>
public static unsafe class torch_ext
{
    /// <summary>
    /// An N x C x H x W channels-last tensor from pixels in N x H x W x C order: one copy, no reordering. The buffer may be longer than the batch
    /// (a pooled one); what it holds too little of is an <see cref="ArgumentException"/>.
    /// </summary>
    public static Tensor from_nhwc(float[] data, long n, long h, long w, long c) => from_nhwc(data.AsSpan(), n, h, w, c);

    /// <inheritdoc cref="from_nhwc(float[], long, long, long, long)"/>
    public static Tensor from_nhwc(ReadOnlySpan<float> data, long n, long h, long w, long c)
    {
        if (data.Length < n * h * w * c) throw new ArgumentException($"{data.Length} numbers are too few for {n} x {h} x {w} x {c} pixels.");
        nint result;
        int status;
        fixed (float* memory = data) status = tao_from_nhwc(memory, n, h, w, c, &result);
        return Call.Wrap(status, result);
    }

    /// <summary>A copy of the numbers in row-major order.</summary>
    public static Tensor from_span<T>(ReadOnlySpan<T> data, params ReadOnlySpan<long> size)
        where T : unmanaged
        => FromMemory(data, ElementType<T>(), size, new NativeTensorOptions(null, CPU, false), null);

    /// <summary>
    /// A tensor over the array itself, pinned until the tensor and all its views are gone: no copy, and writes go both ways. The array may be longer
    /// than the tensor.
    /// </summary>
    public static Tensor from_pinned<T>(T[] data, params ReadOnlySpan<long> size)
        where T : unmanaged
        => Borrow(data, size, []);

    /// <summary>The same for an N x H x W x C buffer, seen as an N x C x H x W channels-last tensor.</summary>
    public static Tensor from_pinned_nhwc(float[] data, long n, long h, long w, long c)
        => Borrow(data, [n, c, h, w], [h * w * c, 1, w * c, c]);

    /// <summary>Forgets (or zeroes) the gradients of all parameters in one call.</summary>
    public static void zero_grad(IReadOnlyList<Tensor> parameters, bool set_to_none = true)
    {
        var raw = new nint[parameters.Count];
        for (var i = 0; i < raw.Length; i++) raw[i] = parameters[i].Raw;
        fixed (nint* handles = raw) Call.Check(tao_zero_grad(handles, raw.Length, set_to_none ? 1 : 0));
        GC.KeepAlive(parameters);
    }

    private static Tensor Borrow<T>(T[] data, ReadOnlySpan<long> size, ReadOnlySpan<long> strides)
        where T : unmanaged
    {
        var elements = 1L;
        foreach (var length in size) elements *= length;
        if (data.Length < elements) throw new ArgumentException($"{data.Length} numbers are too few for a tensor of {elements} elements.");
        var pin = GCHandle.Alloc(data, GCHandleType.Pinned);
        nint result;
        int status;
        fixed (long* dims = size, steps = strides)
        {
            status = tao_from_borrowed(
                (void*)pin.AddrOfPinnedObject(), dims, size.Length, strides.IsEmpty ? null : steps, (int)ElementType<T>(), &Unpin, (void*)GCHandle.ToIntPtr(pin), &result);
        }
        if (status != 0) pin.Free();
        return Call.Wrap(status, result);
    }

    [UnmanagedCallersOnly]
    private static void Unpin(void* context) => GCHandle.FromIntPtr((nint)context).Free();

    private static ScalarType ElementType<T>()
        where T : unmanaged
        => default(T) switch
        {
            float => ScalarType.Float32,
            double => ScalarType.Float64,
            long => ScalarType.Int64,
            int => ScalarType.Int32,
            short => ScalarType.Int16,
            byte => ScalarType.Byte,
            sbyte => ScalarType.Int8,
            bool => ScalarType.Bool,
            Half => ScalarType.Float16,
            _ => throw new ArgumentException($"{typeof(T)} is no tensor element."),
        };
}
