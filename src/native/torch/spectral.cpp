// Fourier transforms. n = -1 keeps the length of the dimension.
#include "core.h"

namespace {
tao::Optional<int64_t> length(int64_t n) { return n < 0 ? tao::Optional<int64_t>() : tao::Optional<int64_t>(n); }

tao::Optional<tao::StringView> norm_name(int norm) {
    if (norm == 1) return tao::StringView("forward");
    if (norm == 2) return tao::StringView("ortho");
    return tao::StringView("backward");
}
}  // namespace

#define TAO_FFT(name) \
    TAO_API int tao_##name(Handle x, int64_t n, int64_t dim, int norm, Handle* result) { \
        return guard([&] { *result = own(at::name(ref(x), length(n), dim, norm_name(norm))); }); \
    }
TAO_FFT(fft_fft) TAO_FFT(fft_ifft) TAO_FFT(fft_rfft) TAO_FFT(fft_irfft)

TAO_API int tao_stft(Handle x, int64_t n_fft, int64_t hop, int64_t window_length, Handle window, int normalized, int onesided,
                     int return_complex, Handle* result) {
    return guard([&] {
        *result = own(at::stft(ref(x), n_fft, length(hop), length(window_length), maybe(window), normalized != 0,
                               tao::Optional<bool>(onesided != 0), tao::Optional<bool>(return_complex != 0)));
    });
}
