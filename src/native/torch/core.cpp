#include "core.h"

namespace tao {

namespace {
thread_local std::string last_error;
}

void set_error(const std::string& text) noexcept {
    try {
        last_error = text;
    } catch (...) {
        last_error.clear();
    }
}

std::vector<at::Tensor> list(const Handle* tensors, int count) {
    std::vector<at::Tensor> result;
    result.reserve(static_cast<size_t>(count));
    for (int i = 0; i < count; ++i) result.push_back(ref(tensors[i]));
    return result;
}

at::Scalar scalar(const Number& number) {
    switch (number.kind) {
        case NumberKind::Integer: return at::Scalar(number.integer);
        case NumberKind::Real: return at::Scalar(number.real);
        case NumberKind::Boolean: return at::Scalar(number.integer != 0);
        default: TORCH_CHECK(false, "a number argument is missing");
    }
}

at::TensorOptions options(const Options& wanted) {
    at::TensorOptions result;
    if (wanted.dtype >= 0) result = result.dtype(static_cast<at::ScalarType>(wanted.dtype));
    if (wanted.device_type >= 0)
        result = result.device(at::Device(static_cast<at::DeviceType>(wanted.device_type), static_cast<at::DeviceIndex>(wanted.device_index)));
    return result;
}

Handle own(at::Tensor tensor, const Options& wanted) {
    if (wanted.requires_grad > 0) tensor.set_requires_grad(true);
    return own(std::move(tensor));
}

}  // namespace tao

TAO_API const char* tao_last_error() { return tao::last_error.c_str(); }

TAO_API void tao_release(Handle tensor) { delete tensor; }
