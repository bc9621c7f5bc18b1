namespace Tao.Engine.Setup;

/// <summary>Tells a missing native library, which the user can install, from a bug of ours.</summary>
public static class NativeFault
{
    /// <summary>The message, with its remedy, of the library that is at the root of <paramref name="exception"/>; null when none is.</summary>
    public static string? MessageIn(Exception exception)
    {
        // A static constructor that loads a library wraps the failure in a TypeInitializationException.
        for (var inner = exception; inner is not null; inner = inner.InnerException)
        {
            if (inner is TorchSharp.NativeLibraryException or Imaging.NativeLibraryException or OnnxRuntime.NativeLibraryException)
                return inner.Message;
        }
        return null;
    }
}
