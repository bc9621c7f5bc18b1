// Tensors from nothing, from memory and from random numbers.
#include "core.h"

#include <cstring>

using tao::Options;
using tao::options;

TAO_API int tao_zeros(const int64_t* size, int count, Options wanted, Handle* result) {
    return guard([&] { *result = own(at::zeros(dims(size, count), options(wanted)), wanted); });
}
TAO_API int tao_ones(const int64_t* size, int count, Options wanted, Handle* result) {
    return guard([&] { *result = own(at::ones(dims(size, count), options(wanted)), wanted); });
}
TAO_API int tao_empty(const int64_t* size, int count, Options wanted, Handle* result) {
    return guard([&] { *result = own(at::empty(dims(size, count), options(wanted)), wanted); });
}
TAO_API int tao_empty_strided(const int64_t* size, int count, const int64_t* strides, Options wanted, Handle* result) {
    return guard([&] { *result = own(at::empty_strided(dims(size, count), dims(strides, count), options(wanted)), wanted); });
}
TAO_API int tao_full(const int64_t* size, int count, Number value, Options wanted, Handle* result) {
    return guard([&] { *result = own(at::full(dims(size, count), scalar(value), options(wanted)), wanted); });
}
TAO_API int tao_eye(int64_t rows, int64_t columns, Options wanted, Handle* result) {
    return guard([&] { *result = own(at::eye(rows, columns, options(wanted)), wanted); });
}
TAO_API int tao_arange(Number start, Number stop, Number step, Options wanted, Handle* result) {
    return guard([&] { *result = own(at::arange(scalar(start), scalar(stop), scalar(step), options(wanted)), wanted); });
}
TAO_API int tao_linspace(double start, double end, int64_t steps, Options wanted, Handle* result) {
    return guard([&] { *result = own(at::linspace(start, end, steps, options(wanted)), wanted); });
}
TAO_API int tao_logspace(double start, double end, int64_t steps, double base, Options wanted, Handle* result) {
    return guard([&] { *result = own(at::logspace(start, end, steps, base, options(wanted)), wanted); });
}

#define TAO_LIKE(name) \
    TAO_API int tao_##name(Handle x, Options wanted, Handle* result) { return guard([&] { *result = own(at::name(ref(x), options(wanted)), wanted); }); }
TAO_LIKE(zeros_like)
TAO_LIKE(ones_like)
TAO_LIKE(empty_like)
TAO_LIKE(rand_like)
TAO_LIKE(randn_like)

TAO_API int tao_full_like(Handle x, Number value, Options wanted, Handle* result) {
    return guard([&] { *result = own(at::full_like(ref(x), scalar(value), options(wanted)), wanted); });
}
TAO_API int tao_randint_like(Handle x, int64_t low, int64_t high, Options wanted, Handle* result) {
    return guard([&] { *result = own(at::randint_like(ref(x), low, high, options(wanted)), wanted); });
}

TAO_API int tao_rand(const int64_t* size, int count, RngHandle generator, Options wanted, Handle* result) {
    return guard([&] { *result = own(at::rand(dims(size, count), maybe(generator), options(wanted)), wanted); });
}
TAO_API int tao_randn(const int64_t* size, int count, RngHandle generator, Options wanted, Handle* result) {
    return guard([&] { *result = own(at::randn(dims(size, count), maybe(generator), options(wanted)), wanted); });
}
TAO_API int tao_randint(int64_t low, int64_t high, const int64_t* size, int count, RngHandle generator, Options wanted, Handle* result) {
    return guard([&] { *result = own(at::randint(low, high, dims(size, count), maybe(generator), options(wanted)), wanted); });
}
TAO_API int tao_randperm(int64_t n, RngHandle generator, Options wanted, Handle* result) {
    return guard([&] { *result = own(at::randperm(n, maybe(generator), options(wanted)), wanted); });
}
TAO_API int tao_normal(double mean, double std, const int64_t* size, int count, RngHandle generator, Options wanted, Handle* result) {
    return guard([&] { *result = own(at::empty(dims(size, count), options(wanted)).normal_(mean, std, maybe(generator)), wanted); });
}
TAO_API int tao_normal_tensors(Handle mean, Handle std, RngHandle generator, Handle* result) {
    return guard([&] { *result = own(at::normal(ref(mean), ref(std), maybe(generator))); });
}
TAO_API int tao_bernoulli(Handle x, RngHandle generator, Handle* result) {
    return guard([&] { *result = own(at::bernoulli(ref(x), maybe(generator))); });
}
TAO_API int tao_multinomial(Handle x, int64_t samples, int replacement, RngHandle generator, Handle* result) {
    return guard([&] { *result = own(at::multinomial(ref(x), samples, replacement != 0, maybe(generator))); });
}
TAO_API int tao_uniform_(Handle x, double from, double to, RngHandle generator) {
    return guard([&] { mut(x).uniform_(from, to, maybe(generator)); });
}
TAO_API int tao_normal_(Handle x, double mean, double std, RngHandle generator) {
    return guard([&] { mut(x).normal_(mean, std, maybe(generator)); });
}
TAO_API int tao_random_(Handle x, int64_t from, int64_t to, RngHandle generator) {
    return guard([&] { mut(x).random_(from, to, maybe(generator)); });
}
TAO_API int tao_bernoulli_(Handle x, double p, RngHandle generator) { return guard([&] { mut(x).bernoulli_(p, maybe(generator)); }); }
TAO_API int tao_bernoulli_tensor_(Handle x, Handle p, RngHandle generator) {
    return guard([&] { mut(x).bernoulli_(ref(p), maybe(generator)); });
}
TAO_API int tao_exponential_(Handle x, double lambda, RngHandle generator) {
    return guard([&] { mut(x).exponential_(lambda, maybe(generator)); });
}

// Copies; source_dtype says what the memory holds, wanted.dtype (when given) what the tensor shall hold.
TAO_API int tao_from_memory(const void* data, const int64_t* size, int count, int source_dtype, Options wanted, Handle* result) {
    return guard([&] {
        at::Tensor tensor = at::empty(dims(size, count), at::TensorOptions(static_cast<at::ScalarType>(source_dtype)));
        if (tensor.nbytes() > 0) std::memcpy(tensor.data_ptr(), data, tensor.nbytes());
        *result = own(tensor.to(options(wanted)), wanted);
    });
}

// The tensor borrows the memory; release(context) is called, on whichever thread drops the last reference, when it no longer does.
TAO_API int tao_from_borrowed(void* data, const int64_t* size, int count, const int64_t* strides, int dtype, void (*release)(void*),
                              void* context, Handle* result) {
    return guard([&] {
        const at::TensorOptions kind(static_cast<at::ScalarType>(dtype));
        const auto drop = [release, context](void*) { release(context); };
        *result = own(strides == nullptr ? at::from_blob(data, dims(size, count), drop, kind)
                                         : at::from_blob(data, dims(size, count), dims(strides, count), drop, kind));
    });
}

// One copy of an interleaved image batch: the bytes of NHWC order are exactly those of an NCHW tensor in channels-last layout.
TAO_API int tao_from_nhwc(const float* data, int64_t n, int64_t h, int64_t w, int64_t c, Handle* result) {
    return guard([&] {
        at::Tensor tensor = at::empty_strided({n, c, h, w}, {h * w * c, 1, w * c, c}, at::TensorOptions(at::kFloat));
        if (tensor.nbytes() > 0) std::memcpy(tensor.data_ptr(), data, tensor.nbytes());
        *result = own(tensor);
    });
}

TAO_API int tao_hann_window(int64_t length, int periodic, Options wanted, Handle* result) {
    return guard([&] { *result = own(at::hann_window(length, periodic != 0, options(wanted)), wanted); });
}
TAO_API int tao_tril_indices(int64_t rows, int64_t columns, int64_t offset, Options wanted, Handle* result) {
    return guard([&] { *result = own(at::tril_indices(rows, columns, offset, options(wanted))); });
}
TAO_API int tao_triu_indices(int64_t rows, int64_t columns, int64_t offset, Options wanted, Handle* result) {
    return guard([&] { *result = own(at::triu_indices(rows, columns, offset, options(wanted))); });
}
