using System.Runtime.InteropServices;

namespace TorchSharp;

/// <summary>libtorch refused an operation; the message is libtorch's own. TorchSharp throws <see cref="ExternalException"/>, so catch that to be portable.</summary>
public sealed class TorchException : ExternalException
{
    /// <summary>Creates the exception with libtorch's text.</summary>
    public TorchException(string message)
        : base(message)
    {
    }
}
