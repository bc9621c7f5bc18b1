using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace TorchSharp.Extensions;

/// <summary>The fallbacks of TaoNative=packages.</summary>
public static class torch_ext
{
    /// <summary>An N x C x H x W channels-last tensor from pixels in N x H x W x C order.</summary>
    public static Tensor from_nhwc(float[] data, long n, long h, long w, long c) => from_nhwc(data.AsSpan(), n, h, w, c);

    /// <inheritdoc cref="from_nhwc(float[], long, long, long, long)"/>
    public static Tensor from_nhwc(ReadOnlySpan<float> data, long n, long h, long w, long c)
    {
        if (data.Length < n * h * w * c) throw new ArgumentException($"{data.Length} numbers are too few for {n} x {h} x {w} x {c} pixels.");
        return from_span(data[..(int)(n * h * w * c)], n, h, w, c).permute(0, 3, 1, 2);
    }

    /// <summary>A copy of the numbers in row-major order.</summary>
    public static Tensor from_span<T>(ReadOnlySpan<T> data, params ReadOnlySpan<long> size)
        where T : unmanaged
    {
        var tensor = empty(size.ToArray(), ElementType<T>(), CPU);
        MemoryMarshal.AsBytes(data).CopyTo(tensor.bytes);
        return tensor;
    }

    /// <summary>A copy: the packages have no way to borrow an array.</summary>
    public static Tensor from_pinned<T>(T[] data, params ReadOnlySpan<long> size)
        where T : unmanaged
    {
        var elements = 1L;
        foreach (var length in size) elements *= length;
        return from_span<T>(data.AsSpan(0, (int)elements), size);
    }

    /// <summary>A copy: the packages have no way to borrow an array.</summary>
    public static Tensor from_pinned_nhwc(float[] data, long n, long h, long w, long c) => from_nhwc(data, n, h, w, c);

    /// <summary>Forgets (or zeroes) the gradients of all parameters.</summary>
    public static void zero_grad(IReadOnlyList<Tensor> parameters, bool set_to_none = true)
    {
        foreach (var parameter in parameters)
        {
            if (set_to_none) parameter.grad = null;
            else parameter.grad?.zero_();
        }
    }

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
            _ => throw new ArgumentException($"{typeof(T)} is no tensor element."),
        };
}
