namespace Tao.Imaging;

/// <summary>An image could not be read or written; <see cref="Fault"/> says in which way the data are bad.</summary>
public sealed class ImageException(ImageFault fault, string message) : Exception(message)
{
    public ImageFault Fault { get; } = fault;
}
