// Reductions, sorting and counting.
#include "core.h"

using tao::maybe_dtype;

namespace {
at::OptionalIntArrayRef some(const int64_t* axes, int count) {
    return axes == nullptr ? at::OptionalIntArrayRef() : at::OptionalIntArrayRef(dims(axes, count));
}

template <class Pair> void own_pair(Pair&& pair, Handle* first, Handle* second) {
    *first = own(std::get<0>(pair));
    *second = own(std::get<1>(pair));
}
}  // namespace

TAO_UNARY(max) TAO_UNARY(min) TAO_UNARY(all) TAO_UNARY(any) TAO_UNARY(median) TAO_UNARY(nonzero)

// axes = null reduces over everything.
TAO_API int tao_sum(Handle x, const int64_t* axes, int count, int keepdim, int dtype, Handle* result) {
    return guard([&] { *result = own(at::sum(ref(x), some(axes, count), keepdim != 0, maybe_dtype(dtype))); });
}
TAO_API int tao_mean(Handle x, const int64_t* axes, int count, int keepdim, int dtype, Handle* result) {
    return guard([&] { *result = own(at::mean(ref(x), some(axes, count), keepdim != 0, maybe_dtype(dtype))); });
}
TAO_API int tao_std(Handle x, const int64_t* axes, int count, int unbiased, int keepdim, Handle* result) {
    return guard([&] { *result = own(at::std(ref(x), some(axes, count), unbiased != 0, keepdim != 0)); });
}
TAO_API int tao_var(Handle x, const int64_t* axes, int count, int unbiased, int keepdim, Handle* result) {
    return guard([&] { *result = own(at::var(ref(x), some(axes, count), unbiased != 0, keepdim != 0)); });
}
TAO_API int tao_var_mean(Handle x, const int64_t* axes, int count, int unbiased, int keepdim, Handle* var, Handle* mean) {
    return guard([&] { own_pair(at::var_mean(ref(x), some(axes, count), unbiased != 0, keepdim != 0), var, mean); });
}
TAO_API int tao_std_mean(Handle x, const int64_t* axes, int count, int unbiased, int keepdim, Handle* std, Handle* mean) {
    return guard([&] { own_pair(at::std_mean(ref(x), some(axes, count), unbiased != 0, keepdim != 0), std, mean); });
}
TAO_API int tao_amax(Handle x, const int64_t* axes, int count, int keepdim, Handle* result) {
    return guard([&] { *result = own(at::amax(ref(x), dims(axes, count), keepdim != 0)); });
}
TAO_API int tao_amin(Handle x, const int64_t* axes, int count, int keepdim, Handle* result) {
    return guard([&] { *result = own(at::amin(ref(x), dims(axes, count), keepdim != 0)); });
}
TAO_API int tao_prod(Handle x, int dtype, Handle* result) { return guard([&] { *result = own(at::prod(ref(x), maybe_dtype(dtype))); }); }
TAO_API int tao_prod_dim(Handle x, int64_t dim, int keepdim, int dtype, Handle* result) {
    return guard([&] { *result = own(at::prod(ref(x), dim, keepdim != 0, maybe_dtype(dtype))); });
}
TAO_API int tao_max_dim(Handle x, int64_t dim, int keepdim, Handle* values, Handle* indices) {
    return guard([&] { own_pair(at::max(ref(x), dim, keepdim != 0), values, indices); });
}
TAO_API int tao_min_dim(Handle x, int64_t dim, int keepdim, Handle* values, Handle* indices) {
    return guard([&] { own_pair(at::min(ref(x), dim, keepdim != 0), values, indices); });
}
TAO_API int tao_argmax(Handle x, const int64_t* dim, int keepdim, Handle* result) {
    return guard([&] { *result = own(at::argmax(ref(x), tao::maybe_long(dim), keepdim != 0)); });
}
TAO_API int tao_argmin(Handle x, const int64_t* dim, int keepdim, Handle* result) {
    return guard([&] { *result = own(at::argmin(ref(x), tao::maybe_long(dim), keepdim != 0)); });
}
TAO_API int tao_all_dim(Handle x, int64_t dim, int keepdim, Handle* result) {
    return guard([&] { *result = own(at::all(ref(x), dim, keepdim != 0)); });
}
TAO_API int tao_any_dim(Handle x, int64_t dim, int keepdim, Handle* result) {
    return guard([&] { *result = own(at::any(ref(x), dim, keepdim != 0)); });
}
TAO_API int tao_norm(Handle x, double p, Handle* result) { return guard([&] { *result = own(at::norm(ref(x), at::Scalar(p))); }); }
TAO_API int tao_norm_dim(Handle x, double p, int64_t dim, int keepdim, Handle* result) {
    return guard([&] { *result = own(at::norm(ref(x), at::Scalar(p), {dim}, keepdim != 0)); });
}
TAO_API int tao_logsumexp(Handle x, int64_t dim, int keepdim, Handle* result) {
    return guard([&] { *result = own(at::logsumexp(ref(x), {dim}, keepdim != 0)); });
}
TAO_API int tao_cumsum(Handle x, int64_t dim, int dtype, Handle* result) {
    return guard([&] { *result = own(at::cumsum(ref(x), dim, maybe_dtype(dtype))); });
}
TAO_API int tao_cumprod(Handle x, int64_t dim, int dtype, Handle* result) {
    return guard([&] { *result = own(at::cumprod(ref(x), dim, maybe_dtype(dtype))); });
}
TAO_API int tao_cummax(Handle x, int64_t dim, Handle* values, Handle* indices) {
    return guard([&] { own_pair(at::cummax(ref(x), dim), values, indices); });
}
TAO_API int tao_sort(Handle x, int64_t dim, int descending, int stable, Handle* values, Handle* indices) {
    return guard([&] { own_pair(at::sort(ref(x), tao::Optional<bool>(stable != 0), dim, descending != 0), values, indices); });
}
TAO_API int tao_topk(Handle x, int64_t k, int64_t dim, int largest, int sorted, Handle* values, Handle* indices) {
    return guard([&] { own_pair(at::topk(ref(x), k, dim, largest != 0, sorted != 0), values, indices); });
}
TAO_API int tao_kthvalue(Handle x, int64_t k, int64_t dim, int keepdim, Handle* values, Handle* indices) {
    return guard([&] { own_pair(at::kthvalue(ref(x), k, dim, keepdim != 0), values, indices); });
}
TAO_API int tao_quantile(Handle x, Handle q, int64_t dim, int keepdim, Handle* result) {
    return guard([&] { *result = own(at::quantile(ref(x), ref(q), tao::Optional<int64_t>(dim), keepdim != 0)); });
}
// Without a dimension the tensor counts as flat.
TAO_API int tao_unique(Handle x, const int64_t* dim, int sorted, Handle* output, Handle* inverse, Handle* counts) {
    return guard([&] {
        auto found = dim == nullptr ? at::_unique2(ref(x), sorted != 0, true, true) : at::unique_dim(ref(x), *dim, sorted != 0, true, true);
        *output = own(std::get<0>(found));
        *inverse = own(std::get<1>(found));
        *counts = own(std::get<2>(found));
    });
}
TAO_API int tao_unique_consecutive(Handle x, const int64_t* dim, Handle* output, Handle* inverse, Handle* counts) {
    return guard([&] {
        auto found = at::unique_consecutive(ref(x), true, true, tao::maybe_long(dim));
        *output = own(std::get<0>(found));
        *inverse = own(std::get<1>(found));
        *counts = own(std::get<2>(found));
    });
}
TAO_API int tao_bincount(Handle x, Handle weights, int64_t minlength, Handle* result) {
    return guard([&] { *result = own(at::bincount(ref(x), maybe(weights), minlength)); });
}
TAO_API int tao_histc(Handle x, int64_t bins, double low, double high, Handle* result) {
    return guard([&] { *result = own(at::histc(ref(x), bins, low, high)); });
}
TAO_API int tao_count_nonzero(Handle x, const int64_t* axes, int count, Handle* result) {
    return guard([&] { *result = own(axes == nullptr ? at::count_nonzero(ref(x)) : at::count_nonzero(ref(x), dims(axes, count))); });
}
TAO_API int tao_searchsorted(Handle sorted, Handle values, int int32, int right, Handle* result) {
    return guard([&] { *result = own(at::searchsorted(ref(sorted), ref(values), int32 != 0, right != 0)); });
}
TAO_API int tao_bucketize(Handle x, Handle boundaries, int int32, int right, Handle* result) {
    return guard([&] { *result = own(at::bucketize(ref(x), ref(boundaries), int32 != 0, right != 0)); });
}
