using TorchSharp.Native;
using static TorchSharp.Native.NativeMethods;
using static TorchSharp.torch;

namespace TorchSharp.Extensions;

/// <summary>Memory layout and copies that TorchSharp has no name for.</summary>
public static unsafe class TorchExtensions
{
    /// <summary>The same N x C x H x W tensor with the channel fastest in memory; itself when it is so already. Convolutions run fastest on it.</summary>
    public static Tensor to_channels_last(this Tensor tensor) => tensor.Contiguous(memory_format.channels_last);

    /// <summary>Whether the channel is fastest in memory.</summary>
    public static bool is_channels_last(this Tensor tensor) => tensor.IsContiguous(memory_format.channels_last);

    /// <summary>The same tensor in an order of memory; itself when it is so already.</summary>
    public static Tensor contiguous(this Tensor tensor, memory_format format) => tensor.Contiguous(format);

    /// <summary>Whether its elements lie in that order without gaps.</summary>
    public static bool is_contiguous(this Tensor tensor, memory_format format) => tensor.IsContiguous(format);

    /// <summary>A copy in an order of memory, part of the autograd graph.</summary>
    public static Tensor clone(this Tensor tensor, memory_format format)
    {
        nint result;
        var status = tao_clone_format(tensor.Raw, Tensor.MemoryFormatNumber(format), &result);
        GC.KeepAlive(tensor);
        return Call.Wrap(status, result);
    }

    /// <summary>
    /// Copies all elements in row-major order (N x C x H x W), whatever the tensor's layout and device. The span's length and type must be the tensor's.
    /// </summary>
    public static void copy_to<T>(this Tensor tensor, Span<T> destination)
        where T : unmanaged
    {
        tensor.RequireElementType<T>();
        fixed (T* memory = destination) Call.Check(tao_copy_out(tensor.Raw, memory, (long)destination.Length * sizeof(T)));
        GC.KeepAlive(tensor);
    }

    /// <summary>Copies an N x C x H x W tensor in N x H x W x C order; a channels-last tensor needs no reordering for it.</summary>
    public static void copy_to_nhwc<T>(this Tensor tensor, Span<T> destination)
        where T : unmanaged
    {
        tensor.RequireElementType<T>();
        fixed (T* memory = destination) Call.Check(tao_copy_out_nhwc(tensor.Raw, memory, (long)destination.Length * sizeof(T)));
        GC.KeepAlive(tensor);
    }

    /// <summary>Overwrites the tensor's elements with numbers in row-major order, whatever its layout.</summary>
    public static void copy_from<T>(this Tensor tensor, ReadOnlySpan<T> source)
        where T : unmanaged
    {
        tensor.RequireElementType<T>();
        using var values = torch_ext.from_span(source, tensor.shape);
        using (no_grad()) tensor.copy_(values);
    }

    /// <summary>Makes the tensor (a parameter, say) hold another one's data; its gradient and identity stay.</summary>
    public static void set_data(this Tensor tensor, Tensor data)
    {
        Call.Check(tao_set_data(tensor.Raw, data.Raw));
        GC.KeepAlive(data);
    }

    /// <summary>A second owner of the very same tensor (not a view), for code that disposes what it is given.</summary>
    public static Tensor same(this Tensor tensor) => tensor.Same();
}
