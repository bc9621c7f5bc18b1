// Pooling of one to three spatial dimensions (`rank`).
#include "core.h"

namespace {
tao::Optional<int64_t> divisor(int64_t value) { return value == 0 ? tao::Optional<int64_t>() : tao::Optional<int64_t>(value); }
}  // namespace

TAO_API int tao_max_pool(int rank, Handle x, const int64_t* kernel, const int64_t* stride, const int64_t* padding, const int64_t* dilation,
                         int ceil_mode, Handle* result) {
    return guard([&] {
        const auto k = dims(kernel, rank), s = dims(stride, rank), p = dims(padding, rank), d = dims(dilation, rank);
        switch (rank) {
            case 1: *result = own(at::max_pool1d(ref(x), k, s, p, d, ceil_mode != 0)); break;
            case 2: *result = own(at::max_pool2d(ref(x), k, s, p, d, ceil_mode != 0)); break;
            case 3: *result = own(at::max_pool3d(ref(x), k, s, p, d, ceil_mode != 0)); break;
            default: TORCH_CHECK(false, "pooling has 1 to 3 spatial dimensions, not ", rank);
        }
    });
}
TAO_API int tao_max_pool2d_with_indices(Handle x, const int64_t* kernel, const int64_t* stride, const int64_t* padding,
                                        const int64_t* dilation, int ceil_mode, Handle* values, Handle* indices) {
    return guard([&] {
        auto found = at::max_pool2d_with_indices(ref(x), dims(kernel, 2), dims(stride, 2), dims(padding, 2), dims(dilation, 2), ceil_mode != 0);
        *values = own(std::get<0>(found));
        *indices = own(std::get<1>(found));
    });
}
// divisor_override = 0: none.
TAO_API int tao_avg_pool(int rank, Handle x, const int64_t* kernel, const int64_t* stride, const int64_t* padding, int ceil_mode,
                         int count_include_pad, int64_t divisor_override, Handle* result) {
    return guard([&] {
        const auto k = dims(kernel, rank), s = dims(stride, rank), p = dims(padding, rank);
        const bool ceil = ceil_mode != 0, include = count_include_pad != 0;
        switch (rank) {
            case 1: *result = own(at::avg_pool1d(ref(x), k, s, p, ceil, include)); break;
            case 2: *result = own(at::avg_pool2d(ref(x), k, s, p, ceil, include, divisor(divisor_override))); break;
            case 3: *result = own(at::avg_pool3d(ref(x), k, s, p, ceil, include, divisor(divisor_override))); break;
            default: TORCH_CHECK(false, "pooling has 1 to 3 spatial dimensions, not ", rank);
        }
    });
}
TAO_API int tao_adaptive_avg_pool(int rank, Handle x, const int64_t* size, Handle* result) {
    return guard([&] {
        switch (rank) {
            case 1: *result = own(at::adaptive_avg_pool1d(ref(x), dims(size, 1))); break;
            case 2: *result = own(at::adaptive_avg_pool2d(ref(x), dims(size, 2))); break;
            case 3: *result = own(at::adaptive_avg_pool3d(ref(x), dims(size, 3))); break;
            default: TORCH_CHECK(false, "pooling has 1 to 3 spatial dimensions, not ", rank);
        }
    });
}
TAO_API int tao_adaptive_max_pool(int rank, Handle x, const int64_t* size, Handle* result) {
    return guard([&] {
        switch (rank) {
            case 1: *result = own(std::get<0>(at::adaptive_max_pool1d(ref(x), dims(size, 1)))); break;
            case 2: *result = own(std::get<0>(at::adaptive_max_pool2d(ref(x), dims(size, 2)))); break;
            case 3: *result = own(std::get<0>(at::adaptive_max_pool3d(ref(x), dims(size, 3)))); break;
            default: TORCH_CHECK(false, "pooling has 1 to 3 spatial dimensions, not ", rank);
        }
    });
}
