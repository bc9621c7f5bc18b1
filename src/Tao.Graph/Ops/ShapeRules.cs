using System.Globalization;

namespace Tao.Graph.Ops;

/// <summary>What the ops' shape rules share. Every failure is a <see cref="GraphException"/>, to which the caller adds the node's name.</summary>
internal static class ShapeRules
{
    public static TensorType RequireImage(TensorType type) =>
        type.Shape.Rank == 4 ? RequireFloat(type) : throw new GraphException($"needs an image (N, C, H, W), not {type}.");

    public static TensorType RequireVector(TensorType type) =>
        type.Shape.Rank == 2 ? RequireFloat(type) : throw new GraphException($"needs a vector (N, F), not {type}.");

    /// <summary>A value with a channel axis: an image or a vector.</summary>
    public static TensorType RequireChannels(TensorType type) =>
        type.Shape.Rank is 2 or 4 ? RequireFloat(type) : throw new GraphException($"needs (N, C, H, W) or (N, F), not {type}.");

    public static TensorType RequireFloat(TensorType type) =>
        type.Element == ElementKind.Float32 ? type : throw new GraphException($"needs floats, not {type}.");

    /// <summary>Height and width after a window slides over a padded image, rounding down.</summary>
    public static (long Height, long Width) Slide(TensorShape image, (int Height, int Width) kernel, int stride, Padding padding, int dilation = 1)
    {
        Require(kernel.Height >= 1 && kernel.Width >= 1 && stride >= 1 && dilation >= 1, "needs a kernel, stride and dilation of at least 1.");
        return (Slide(image[2] + padding.Top + padding.Bottom, kernel.Height, stride, dilation),
            Slide(image[3] + padding.Left + padding.Right, kernel.Width, stride, dilation));
    }

    /// <summary>
    /// One axis of a pooling window that may overhang the end (PyTorch's <c>ceil_mode</c>): rounds up, but drops a last
    /// window that would start in the padding after the image.
    /// </summary>
    public static long SlideUp(long size, int before, int after, int kernel, int stride)
    {
        var padded = size + before + after;
        RequireFits(padded, kernel);
        var count = (padded - kernel + stride - 1) / stride + 1;
        return (count - 1) * stride >= size + before ? count - 1 : count;
    }

    public static void Require(bool condition, string message)
    {
        if (!condition)
            throw new GraphException(message);
    }

    private static long Slide(long padded, int kernel, int stride, int dilation)
    {
        var extent = (long)dilation * (kernel - 1) + 1;
        RequireFits(padded, extent);
        return (padded - extent) / stride + 1;
    }

    private static void RequireFits(long padded, long extent) => Require(
        padded >= extent,
        string.Create(CultureInfo.InvariantCulture, $"has a window of {extent} that is larger than the padded image, which is {padded}."));
}
