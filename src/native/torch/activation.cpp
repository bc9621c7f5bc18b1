// Activations and softmax.
#include "core.h"

TAO_UNARY(relu) TAO_UNARY(selu) TAO_UNARY(silu) TAO_UNARY(mish) TAO_UNARY(hardswish) TAO_UNARY(hardsigmoid) TAO_UNARY(log_sigmoid)

TAO_API int tao_relu_(Handle x) { return guard([&] { at::relu_(mut(x)); }); }
TAO_API int tao_selu_(Handle x) { return guard([&] { at::selu_(mut(x)); }); }
TAO_API int tao_silu_(Handle x) { return guard([&] { at::silu_(mut(x)); }); }
TAO_API int tao_mish_(Handle x) { return guard([&] { at::mish_(mut(x)); }); }
TAO_API int tao_hardswish_(Handle x) { return guard([&] { at::hardswish_(mut(x)); }); }
TAO_API int tao_hardsigmoid_(Handle x) { return guard([&] { at::hardsigmoid_(mut(x)); }); }

TAO_API int tao_hardtanh(Handle x, double low, double high, Handle* result) {
    return guard([&] { *result = own(at::hardtanh(ref(x), low, high)); });
}
TAO_API int tao_hardtanh_(Handle x, double low, double high) { return guard([&] { at::hardtanh_(mut(x), low, high); }); }
TAO_API int tao_leaky_relu(Handle x, double slope, Handle* result) { return guard([&] { *result = own(at::leaky_relu(ref(x), slope)); }); }
TAO_API int tao_leaky_relu_(Handle x, double slope) { return guard([&] { at::leaky_relu_(mut(x), slope); }); }
TAO_API int tao_elu(Handle x, double alpha, Handle* result) { return guard([&] { *result = own(at::elu(ref(x), alpha)); }); }
TAO_API int tao_elu_(Handle x, double alpha) { return guard([&] { at::elu_(mut(x), alpha); }); }
TAO_API int tao_celu(Handle x, double alpha, Handle* result) { return guard([&] { *result = own(at::celu(ref(x), alpha)); }); }
TAO_API int tao_celu_(Handle x, double alpha) { return guard([&] { at::celu_(mut(x), alpha); }); }
TAO_API int tao_gelu(Handle x, int use_tanh, Handle* result) {
    return guard([&] { *result = own(at::gelu(ref(x), use_tanh ? "tanh" : "none")); });
}
TAO_API int tao_softplus(Handle x, double beta, double threshold, Handle* result) {
    return guard([&] { *result = own(at::softplus(ref(x), beta, threshold)); });
}
TAO_API int tao_prelu(Handle x, Handle weight, Handle* result) { return guard([&] { *result = own(at::prelu(ref(x), ref(weight))); }); }
TAO_API int tao_threshold(Handle x, double threshold, double value, Handle* result) {
    return guard([&] { *result = own(at::threshold(ref(x), threshold, value)); });
}
TAO_API int tao_glu(Handle x, int64_t dim, Handle* result) { return guard([&] { *result = own(at::glu(ref(x), dim)); }); }
TAO_API int tao_softmax(Handle x, int64_t dim, int dtype, Handle* result) {
    return guard([&] { *result = own(at::softmax(ref(x), dim, tao::maybe_dtype(dtype))); });
}
TAO_API int tao_log_softmax(Handle x, int64_t dim, int dtype, Handle* result) {
    return guard([&] { *result = own(at::log_softmax(ref(x), dim, tao::maybe_dtype(dtype))); });
}
