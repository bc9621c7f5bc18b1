// Normalisation layers and dropout.
#include "core.h"

TAO_API int tao_batch_norm(Handle x, Handle weight, Handle bias, Handle mean, Handle var, int training, double momentum, double eps,
                           Handle* result) {
    return guard([&] {
        *result = own(at::batch_norm(ref(x), maybe(weight), maybe(bias), maybe(mean), maybe(var), training != 0, momentum, eps, true));
    });
}
TAO_API int tao_layer_norm(Handle x, const int64_t* shape, int count, Handle weight, Handle bias, double eps, Handle* result) {
    return guard([&] { *result = own(at::layer_norm(ref(x), dims(shape, count), maybe(weight), maybe(bias), eps)); });
}
TAO_API int tao_group_norm(Handle x, int64_t groups, Handle weight, Handle bias, double eps, Handle* result) {
    return guard([&] { *result = own(at::group_norm(ref(x), groups, maybe(weight), maybe(bias), eps)); });
}
TAO_API int tao_instance_norm(Handle x, Handle weight, Handle bias, Handle mean, Handle var, int use_input, double momentum, double eps,
                              Handle* result) {
    return guard([&] {
        *result = own(at::instance_norm(ref(x), maybe(weight), maybe(bias), maybe(mean), maybe(var), use_input != 0, momentum, eps, true));
    });
}

#define TAO_DROPOUT(name) \
    TAO_API int tao_##name(Handle x, double p, int training, Handle* result) { \
        return guard([&] { *result = own(at::name(ref(x), p, training != 0)); }); \
    } \
    TAO_API int tao_##name##_(Handle x, double p, int training) { return guard([&] { at::name##_(mut(x), p, training != 0); }); }
TAO_DROPOUT(dropout) TAO_DROPOUT(feature_dropout) TAO_DROPOUT(alpha_dropout)
