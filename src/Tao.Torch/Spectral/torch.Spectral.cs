using TorchSharp.Native;
using static TorchSharp.Native.NativeMethods;

namespace TorchSharp;

public static unsafe partial class torch
{
    /// <summary>Short-time Fourier transform: [..., frequencies, frames], windows centred on their frame by default.</summary>
    public static Tensor stft(Tensor input, long n_fft, long hop_length = -1, long win_length = -1, Tensor? window = null, bool center = true, PaddingModes pad_mode = PaddingModes.Reflect, bool normalized = false, bool? onesided = null, bool? return_complex = null)
    {
        using var padded = center ? Centered(input, n_fft / 2, pad_mode) : null;
        var source = padded ?? input;
        nint result;
        var status = tao_stft(
            source.Raw, n_fft, hop_length, win_length, Call.RawOrZero(window), normalized ? 1 : 0, onesided == false ? 0 : 1, return_complex == false ? 0 : 1, &result);
        GC.KeepAlive(source);
        GC.KeepAlive(window);
        return Call.Wrap(status, result);
    }

    // Reflection wants a batch and a channel dimension around the samples.
    private static Tensor Centered(Tensor input, long margin, PaddingModes mode)
    {
        using var scope = NewDisposeScope();
        var batched = input.dim() == 1 ? input.view(1, 1, -1) : input.unsqueeze(0);
        var padded = nn.functional.pad(batched, [margin, margin], mode);
        var shape = input.dim() == 1 ? [padded.shape[^1]] : padded.shape[1..];
        return padded.reshape(shape).MoveToOuterDisposeScope();
    }

    /// <summary>Discrete Fourier transforms along one dimension; n cuts or pads it, -1 keeps it.</summary>
    public static class fft
    {
        /// <summary>Of complex numbers.</summary>
        public static Tensor fft_(Tensor input, long n = -1, long dim = -1, FFTNormType norm = FFTNormType.Backward) => Transform(&tao_fft_fft, input, n, dim, norm);

        /// <summary>The inverse of complex numbers.</summary>
        public static Tensor ifft(Tensor input, long n = -1, long dim = -1, FFTNormType norm = FFTNormType.Backward) => Transform(&tao_fft_ifft, input, n, dim, norm);

        /// <summary>Of real numbers: the non-negative frequencies.</summary>
        public static Tensor rfft(Tensor input, long n = -1, long dim = -1, FFTNormType norm = FFTNormType.Backward) => Transform(&tao_fft_rfft, input, n, dim, norm);

        /// <summary>The inverse of <see cref="rfft"/>.</summary>
        public static Tensor irfft(Tensor input, long n = -1, long dim = -1, FFTNormType norm = FFTNormType.Backward) => Transform(&tao_fft_irfft, input, n, dim, norm);

        private static Tensor Transform(delegate*<nint, long, long, int, nint*, int> function, Tensor input, long n, long dim, FFTNormType norm)
        {
            nint result;
            var status = function(input.Raw, n, dim, (int)norm, &result);
            GC.KeepAlive(input);
            return Call.Wrap(status, result);
        }
    }

    public unsafe partial class Tensor
    {
        /// <inheritdoc cref="torch.stft"/>
        public Tensor stft(long n_fft, long hop_length = -1, long win_length = -1, Tensor? window = null, bool center = true, PaddingModes pad_mode = PaddingModes.Reflect, bool normalized = false, bool? onesided = null, bool? return_complex = null)
            => torch.stft(this, n_fft, hop_length, win_length, window, center, pad_mode, normalized, onesided, return_complex);
    }
}
