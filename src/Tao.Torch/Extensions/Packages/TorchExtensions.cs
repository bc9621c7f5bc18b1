using static TorchSharp.torch;

namespace TorchSharp.Extensions;

/// <summary>The fallbacks of TaoNative=packages: the same calls over what TorchSharp itself offers.</summary>
public static class TorchExtensions
{
    /// <summary>The same N x C x H x W tensor with the channel fastest in memory.</summary>
    public static Tensor to_channels_last(this Tensor tensor)
        => tensor.is_channels_last() ? tensor.alias() : tensor.permute(0, 2, 3, 1).contiguous().permute(0, 3, 1, 2);

    /// <summary>Whether the channel is fastest in memory.</summary>
    public static bool is_channels_last(this Tensor tensor) => tensor.dim() == 4 && tensor.permute(0, 2, 3, 1).is_contiguous();

    /// <summary>The same tensor in an order of memory.</summary>
    public static Tensor contiguous(this Tensor tensor, memory_format format)
        => format == memory_format.channels_last ? tensor.to_channels_last() : tensor.contiguous();

    /// <summary>Whether its elements lie in that order without gaps.</summary>
    public static bool is_contiguous(this Tensor tensor, memory_format format)
        => format == memory_format.channels_last ? tensor.is_channels_last() : tensor.is_contiguous();

    /// <summary>A copy in an order of memory.</summary>
    public static Tensor clone(this Tensor tensor, memory_format format)
        => tensor.contiguous(format) is var ordered && ReferenceEquals(ordered, tensor) ? tensor.clone() : ordered.clone();

    /// <summary>Copies all elements in row-major order.</summary>
    public static void copy_to<T>(this Tensor tensor, Span<T> destination)
        where T : unmanaged
    {
        using var scope = NewDisposeScope();
        tensor.detach().cpu().contiguous().data<T>().ToArray().CopyTo(destination);
    }

    /// <summary>Copies an N x C x H x W tensor in N x H x W x C order.</summary>
    public static void copy_to_nhwc<T>(this Tensor tensor, Span<T> destination)
        where T : unmanaged
    {
        using var scope = NewDisposeScope();
        tensor.permute(0, 2, 3, 1).copy_to(destination);
    }

    /// <summary>Overwrites the tensor's elements with numbers in row-major order.</summary>
    public static void copy_from<T>(this Tensor tensor, ReadOnlySpan<T> source)
        where T : unmanaged
    {
        using var values = torch_ext.from_span(source, tensor.shape);
        using (no_grad()) tensor.copy_(values);
    }

    /// <summary>Makes the tensor share another one's data; its gradient and identity stay.</summary>
    public static void set_data(this Tensor tensor, Tensor data)
    {
        using (no_grad()) tensor.set_(data);
    }

    /// <summary>Another tensor over the same memory, for code that disposes what it is given.</summary>
    public static Tensor same(this Tensor tensor) => tensor.alias();
}
