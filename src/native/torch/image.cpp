// Resizing, sampling and padding of feature maps.
#include "core.h"

namespace {
using Scales = tao::Optional<at::ArrayRef<double>>;

// TorchSharp.torch.InterpolationMode.
enum class Mode { Nearest = 0, Linear = 1, Bilinear = 2, Bicubic = 3, Trilinear = 4, Area = 5, NearestExact = 6 };

at::Tensor nearest(const at::Tensor& x, at::OptionalIntArrayRef size, Scales scale, bool exact) {
    switch (x.dim()) {
        case 3: return exact ? at::_upsample_nearest_exact1d(x, size, scale) : at::upsample_nearest1d(x, size, scale);
        case 4: return exact ? at::_upsample_nearest_exact2d(x, size, scale) : at::upsample_nearest2d(x, size, scale);
        case 5: return exact ? at::_upsample_nearest_exact3d(x, size, scale) : at::upsample_nearest3d(x, size, scale);
        default: TORCH_CHECK(false, "interpolate wants (N, C, and 1 to 3 spatial dimensions), not ", x.dim(), " dimensions");
    }
}

std::vector<int64_t> output_size(const at::Tensor& x, at::OptionalIntArrayRef size, Scales scale) {
    if (size.has_value()) return size->vec();
    std::vector<int64_t> result;
    for (int64_t i = 2; i < x.dim(); ++i) {
        const double factor = scale->size() == 1 ? scale->at(0) : scale->at(static_cast<size_t>(i - 2));
        result.push_back(static_cast<int64_t>(static_cast<double>(x.size(i)) * factor));
    }
    return result;
}

at::Tensor area(const at::Tensor& x, at::IntArrayRef size) {
    switch (x.dim()) {
        case 3: return at::adaptive_avg_pool1d(x, size);
        case 4: return at::adaptive_avg_pool2d(x, size);
        case 5: return at::adaptive_avg_pool3d(x, size);
        default: TORCH_CHECK(false, "interpolate wants (N, C, and 1 to 3 spatial dimensions), not ", x.dim(), " dimensions");
    }
}
}  // namespace

// Exactly one of size and scale is given; keep_scale: the given scale itself, not output/input, places the samples.
TAO_API int tao_interpolate(Handle x, const int64_t* size, const double* scale, int count, int mode, int align_corners, int antialias,
                            int keep_scale, Handle* result) {
    return guard([&] {
        const at::Tensor& input = ref(x);
        at::OptionalIntArrayRef sizes;
        Scales scales;
        if (size != nullptr) sizes = dims(size, count);
        if (scale != nullptr) scales = at::ArrayRef<double>(scale, static_cast<size_t>(count));
        TORCH_CHECK((size != nullptr) != (scale != nullptr), "exactly one of size and scale_factor must be given");
        std::vector<int64_t> fixed;
        if (!keep_scale && scale != nullptr) {
            fixed = output_size(input, sizes, scales);
            sizes = at::OptionalIntArrayRef(fixed);
            scales = Scales();
        }
        const bool corners = align_corners != 0, smooth = antialias != 0;
        switch (static_cast<Mode>(mode)) {
            case Mode::Nearest: *result = own(nearest(input, sizes, scales, false)); break;
            case Mode::NearestExact: *result = own(nearest(input, sizes, scales, true)); break;
            case Mode::Linear: *result = own(at::upsample_linear1d(input, sizes, corners, scales)); break;
            case Mode::Bilinear:
                *result = own(smooth ? at::_upsample_bilinear2d_aa(input, sizes, corners, scales) : at::upsample_bilinear2d(input, sizes, corners, scales));
                break;
            case Mode::Bicubic:
                *result = own(smooth ? at::_upsample_bicubic2d_aa(input, sizes, corners, scales) : at::upsample_bicubic2d(input, sizes, corners, scales));
                break;
            case Mode::Trilinear: *result = own(at::upsample_trilinear3d(input, sizes, corners, scales)); break;
            case Mode::Area: *result = own(area(input, output_size(input, sizes, scales))); break;
            default: TORCH_CHECK(false, "unknown interpolation mode ", mode);
        }
    });
}

// TorchSharp's enums number the modes as torch.nn.functional does not; libtorch's own: bilinear 0, nearest 1; zeros 0, border 1, reflection 2.
TAO_API int tao_grid_sample(Handle x, Handle grid, int mode, int padding, int align_corners, Handle* result) {
    return guard([&] { *result = own(at::grid_sampler(ref(x), ref(grid), mode, padding, align_corners != 0)); });
}
TAO_API int tao_affine_grid(Handle theta, const int64_t* size, int count, int align_corners, Handle* result) {
    return guard([&] { *result = own(at::affine_grid_generator(ref(theta), dims(size, count), align_corners != 0)); });
}
TAO_API int tao_pad(Handle x, const int64_t* pad, int count, const char* mode, double value, Handle* result) {
    return guard([&] {
        const std::string name = mode;
        *result = own(name == "constant" ? at::constant_pad_nd(ref(x), dims(pad, count), value) : at::pad(ref(x), dims(pad, count), name));
    });
}
TAO_API int tao_pixel_shuffle(Handle x, int64_t factor, Handle* result) { return guard([&] { *result = own(at::pixel_shuffle(ref(x), factor)); }); }
TAO_API int tao_pixel_unshuffle(Handle x, int64_t factor, Handle* result) {
    return guard([&] { *result = own(at::pixel_unshuffle(ref(x), factor)); });
}
