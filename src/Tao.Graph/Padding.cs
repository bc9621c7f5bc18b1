namespace Tao.Graph;

/// <summary>Rows and columns added around an image. Keras's "same" is always written out as these numbers.</summary>
public readonly record struct Padding(int Top, int Left, int Bottom, int Right)
{
    public static Padding None => default;

    /// <summary>(k−1)/2, rounded down, on every side: PyTorch's usual padding, and Keras's "same" for odd kernels as TAO patches it.</summary>
    public static Padding Same(int kernel) => Same(kernel, kernel);

    public static Padding Same(int kernelHeight, int kernelWidth) =>
        new((kernelHeight - 1) / 2, (kernelWidth - 1) / 2, (kernelHeight - 1) / 2, (kernelWidth - 1) / 2);

    public static Padding All(int size) => new(size, size, size, size);
}
