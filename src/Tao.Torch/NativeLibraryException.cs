namespace TorchSharp;

/// <summary>The native library (or a library it needs, such as libtorch) could not be loaded. The message names the remedy and every place tried.</summary>
public sealed class NativeLibraryException : Exception
{
    /// <summary>Creates the exception with its whole text.</summary>
    public NativeLibraryException(string message)
        : base(message)
    {
    }
}
