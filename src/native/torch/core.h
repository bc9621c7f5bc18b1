// Conventions of the C ABI.
//   * A Handle owns one at::Tensor; 0 stands for "no tensor" where an argument is optional. The caller releases every handle it receives.
//   * Every function returns a status: 0, or 1 with the reason in tao_last_error() of the calling thread. No exception leaves the library.
//   * Shapes travel as (const int64_t*, int), lists of tensors as (const Handle*, int), numbers of either kind as a Number.
#pragma once

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>
#include <torch/version.h>

#include <cstdint>
#include <exception>
#include <string>
#include <vector>

#define TAO_TORCH_AT_LEAST(major, minor) (TORCH_VERSION_MAJOR > (major) || (TORCH_VERSION_MAJOR == (major) && TORCH_VERSION_MINOR >= (minor)))

#define TAO_API extern "C" __attribute__((visibility("default")))

using Handle = at::Tensor*;
using RngHandle = at::Generator*;

namespace tao {

#if TAO_TORCH_AT_LEAST(2, 5)
template <class T> using Optional = std::optional<T>;
#else
template <class T> using Optional = c10::optional<T>;
#endif

#if TAO_TORCH_AT_LEAST(2, 6)
using StringView = std::string_view;
#else
using StringView = c10::string_view;
#endif

enum class NumberKind : int64_t { None = 0, Integer = 1, Real = 2, Boolean = 3 };

// Blittable image of TorchSharp.NativeNumber.
struct Number {
    NumberKind kind;
    int64_t integer;
    double real;
};

// Blittable image of TorchSharp.NativeTensorOptions; -1 leaves the choice to libtorch's defaults.
struct Options {
    int32_t dtype;
    int32_t device_type;
    int32_t device_index;
    int32_t requires_grad;
};

void set_error(const std::string& text) noexcept;

template <class Body> int guard(Body&& body) noexcept {
    try {
        body();
        return 0;
    } catch (const c10::Error& error) {
        set_error(error.what_without_backtrace());
    } catch (const std::exception& error) {
        set_error(error.what());
    } catch (...) {
        set_error("an exception that is not a std::exception");
    }
    return 1;
}

inline const at::Tensor& ref(Handle tensor) {
    TORCH_CHECK(tensor != nullptr, "a tensor argument is missing");
    return *tensor;
}

inline at::Tensor& mut(Handle tensor) {
    TORCH_CHECK(tensor != nullptr, "a tensor argument is missing");
    return *tensor;
}

inline Handle own(at::Tensor tensor) { return new at::Tensor(std::move(tensor)); }

inline Optional<at::Tensor> maybe(Handle tensor) { return tensor == nullptr ? Optional<at::Tensor>() : Optional<at::Tensor>(*tensor); }

inline at::Tensor or_undefined(Handle tensor) { return tensor == nullptr ? at::Tensor() : *tensor; }

inline Optional<at::Generator> maybe(RngHandle generator) {
    return generator == nullptr ? Optional<at::Generator>() : Optional<at::Generator>(*generator);
}

inline Optional<at::ScalarType> maybe_dtype(int dtype) {
    return dtype < 0 ? Optional<at::ScalarType>() : Optional<at::ScalarType>(static_cast<at::ScalarType>(dtype));
}

inline Optional<int64_t> maybe_long(const int64_t* value) { return value == nullptr ? Optional<int64_t>() : Optional<int64_t>(*value); }

inline at::IntArrayRef dims(const int64_t* values, int count) { return at::IntArrayRef(values, static_cast<size_t>(count)); }

std::vector<at::Tensor> list(const Handle* tensors, int count);

at::Scalar scalar(const Number& number);

inline Optional<at::Scalar> maybe(const Number& number) {
    return number.kind == NumberKind::None ? Optional<at::Scalar>() : Optional<at::Scalar>(scalar(number));
}

at::TensorOptions options(const Options& wanted);

// requires_grad cannot travel in TensorOptions to the plain at:: factories, so that it is set afterwards.
Handle own(at::Tensor tensor, const Options& wanted);

}  // namespace tao

using tao::Number;
using tao::dims;
using tao::guard;
using tao::maybe;
using tao::mut;
using tao::own;
using tao::ref;
using tao::scalar;

// The families that most operators belong to.
#define TAO_UNARY(name) \
    TAO_API int tao_##name(Handle x, Handle* result) { return guard([&] { *result = own(at::name(ref(x))); }); }
#define TAO_UNARY_INPLACE(name) \
    TAO_API int tao_##name##_(Handle x) { return guard([&] { mut(x).name##_(); }); }
#define TAO_BINARY(name) \
    TAO_API int tao_##name(Handle x, Handle y, Handle* result) { return guard([&] { *result = own(at::name(ref(x), ref(y))); }); }
#define TAO_BINARY_INPLACE(name) \
    TAO_API int tao_##name##_(Handle x, Handle y) { return guard([&] { mut(x).name##_(ref(y)); }); }
#define TAO_WITH_NUMBER(name) \
    TAO_API int tao_##name##_number(Handle x, Number y, Handle* result) { return guard([&] { *result = own(at::name(ref(x), scalar(y))); }); }
#define TAO_WITH_NUMBER_INPLACE(name) \
    TAO_API int tao_##name##_number_(Handle x, Number y) { return guard([&] { mut(x).name##_(scalar(y)); }); }
