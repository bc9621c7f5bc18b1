// Convolutions of one to three spatial dimensions: `rank` is their number and the length of stride, padding and dilation.
#include "core.h"

TAO_API int tao_conv(int rank, Handle x, Handle weight, Handle bias, const int64_t* stride, const int64_t* padding, const int64_t* dilation,
                     int64_t groups, Handle* result) {
    return guard([&] {
        const auto s = dims(stride, rank), p = dims(padding, rank), d = dims(dilation, rank);
        switch (rank) {
            case 1: *result = own(at::conv1d(ref(x), ref(weight), maybe(bias), s, p, d, groups)); break;
            case 2: *result = own(at::conv2d(ref(x), ref(weight), maybe(bias), s, p, d, groups)); break;
            case 3: *result = own(at::conv3d(ref(x), ref(weight), maybe(bias), s, p, d, groups)); break;
            default: TORCH_CHECK(false, "a convolution has 1 to 3 spatial dimensions, not ", rank);
        }
    });
}

// Padding "same": libtorch pads by the dilated kernel, unevenly where it must.
TAO_API int tao_conv_same(int rank, Handle x, Handle weight, Handle bias, const int64_t* stride, const int64_t* dilation, int64_t groups,
                          Handle* result) {
    return guard([&] {
        const auto s = dims(stride, rank), d = dims(dilation, rank);
        switch (rank) {
            case 1: *result = own(at::conv1d(ref(x), ref(weight), maybe(bias), s, "same", d, groups)); break;
            case 2: *result = own(at::conv2d(ref(x), ref(weight), maybe(bias), s, "same", d, groups)); break;
            case 3: *result = own(at::conv3d(ref(x), ref(weight), maybe(bias), s, "same", d, groups)); break;
            default: TORCH_CHECK(false, "a convolution has 1 to 3 spatial dimensions, not ", rank);
        }
    });
}

TAO_API int tao_conv_transpose(int rank, Handle x, Handle weight, Handle bias, const int64_t* stride, const int64_t* padding,
                               const int64_t* output_padding, const int64_t* dilation, int64_t groups, Handle* result) {
    return guard([&] {
        const auto s = dims(stride, rank), p = dims(padding, rank), o = dims(output_padding, rank), d = dims(dilation, rank);
        switch (rank) {
            case 1: *result = own(at::conv_transpose1d(ref(x), ref(weight), maybe(bias), s, p, o, groups, d)); break;
            case 2: *result = own(at::conv_transpose2d(ref(x), ref(weight), maybe(bias), s, p, o, groups, d)); break;
            case 3: *result = own(at::conv_transpose3d(ref(x), ref(weight), maybe(bias), s, p, o, groups, d)); break;
            default: TORCH_CHECK(false, "a convolution has 1 to 3 spatial dimensions, not ", rank);
        }
    });
}

TAO_API int tao_linear(Handle x, Handle weight, Handle bias, Handle* result) {
    return guard([&] { *result = own(at::linear(ref(x), ref(weight), maybe(bias))); });
}
TAO_API int tao_bilinear(Handle x, Handle y, Handle weight, Handle bias, Handle* result) {
    return guard([&] { *result = own(at::bilinear(ref(x), ref(y), ref(weight), maybe(bias))); });
}
TAO_API int tao_embedding(Handle weight, Handle indices, int64_t padding_index, int scale_by_frequency, int sparse, Handle* result) {
    return guard([&] { *result = own(at::embedding(ref(weight), ref(indices), padding_index, scale_by_frequency != 0, sparse != 0)); });
}
// The four arrays hold (height, width) each.
TAO_API int tao_im2col(Handle x, const int64_t* kernel, const int64_t* dilation, const int64_t* padding, const int64_t* stride, Handle* result) {
    return guard([&] { *result = own(at::im2col(ref(x), dims(kernel, 2), dims(dilation, 2), dims(padding, 2), dims(stride, 2))); });
}
TAO_API int tao_col2im(Handle x, const int64_t* output, const int64_t* kernel, const int64_t* dilation, const int64_t* padding,
                       const int64_t* stride, Handle* result) {
    return guard([&] {
        *result = own(at::col2im(ref(x), dims(output, 2), dims(kernel, 2), dims(dilation, 2), dims(padding, 2), dims(stride, 2)));
    });
}
