using System.Runtime.InteropServices;

namespace TorchSharp.Native;

internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial int tao_fft_fft(nint x, long n, long dim, int norm, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_fft_ifft(nint x, long n, long dim, int norm, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_fft_rfft(nint x, long n, long dim, int norm, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_fft_irfft(nint x, long n, long dim, int norm, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_stft(nint x, long nFft, long hop, long windowLength, nint window, int normalized, int onesided, int returnComplex, nint* result);
}
