// Products and distances.
#include "core.h"

TAO_BINARY(matmul) TAO_BINARY(mm) TAO_BINARY(bmm) TAO_BINARY(mv) TAO_BINARY(dot) TAO_BINARY(outer)
TAO_UNARY(trace)

TAO_API int tao_addmm(Handle x, Handle a, Handle b, double beta, double alpha, Handle* result) {
    return guard([&] { *result = own(at::addmm(ref(x), ref(a), ref(b), beta, alpha)); });
}
TAO_API int tao_baddbmm(Handle x, Handle a, Handle b, double beta, double alpha, Handle* result) {
    return guard([&] { *result = own(at::baddbmm(ref(x), ref(a), ref(b), beta, alpha)); });
}
TAO_API int tao_einsum(const char* equation, const Handle* tensors, int count, Handle* result) {
    return guard([&] { *result = own(at::einsum(equation, tao::list(tensors, count))); });
}
TAO_API int tao_tensordot(Handle x, Handle y, const int64_t* axes_x, const int64_t* axes_y, int count, Handle* result) {
    return guard([&] { *result = own(at::tensordot(ref(x), ref(y), dims(axes_x, count), dims(axes_y, count))); });
}
TAO_API int tao_cdist(Handle x, Handle y, double p, int64_t compute_mode, Handle* result) {
    return guard([&] { *result = own(at::cdist(ref(x), ref(y), p, tao::Optional<int64_t>(compute_mode))); });
}
