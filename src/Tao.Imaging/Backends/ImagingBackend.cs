namespace Tao.Imaging.Backends;

/// <summary>The backend this build uses: the one place that knows there are two.</summary>
internal static class ImagingBackend
{
#if TAO_NATIVE_PACKAGES
    public static IImagingBackend Current { get; } = new OpenCvSharpBackend();
#else
    public static IImagingBackend Current { get; } = new NativeBackend();
#endif
}
