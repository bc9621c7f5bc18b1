// Views, joining and splitting.
#include "core.h"

using tao::list;

namespace {
// The caller allocates room for as many handles as it knows will come.
void own_all(const std::vector<at::Tensor>& tensors, Handle* results, int capacity, int* produced) {
    TORCH_CHECK(static_cast<int>(tensors.size()) <= capacity, "room for ", capacity, " tensors, but there are ", tensors.size());
    for (size_t i = 0; i < tensors.size(); ++i) results[i] = own(tensors[i]);
    *produced = static_cast<int>(tensors.size());
}
}  // namespace

#define TAO_WITH_DIMS(name) \
    TAO_API int tao_##name(Handle x, const int64_t* values, int count, Handle* result) { \
        return guard([&] { *result = own(ref(x).name(dims(values, count))); }); \
    }
TAO_WITH_DIMS(view) TAO_WITH_DIMS(reshape) TAO_WITH_DIMS(permute) TAO_WITH_DIMS(expand) TAO_WITH_DIMS(repeat) TAO_WITH_DIMS(flip)
TAO_WITH_DIMS(tile)

TAO_UNARY(t) TAO_UNARY(squeeze) TAO_UNARY(view_as_real) TAO_UNARY(view_as_complex)
TAO_UNARY(real) TAO_UNARY(imag) TAO_UNARY(angle)

TAO_API int tao_flatten(Handle x, int64_t start, int64_t end, Handle* result) {
    return guard([&] { *result = own(at::flatten(ref(x), start, end)); });
}
TAO_API int tao_unflatten(Handle x, int64_t dim, const int64_t* sizes, int count, Handle* result) {
    return guard([&] {
        std::vector<int64_t> shape(ref(x).sizes().begin(), ref(x).sizes().end());
        const int64_t at_dim = c10::maybe_wrap_dim(dim, ref(x).dim());
        shape.erase(shape.begin() + at_dim);
        shape.insert(shape.begin() + at_dim, sizes, sizes + count);
        *result = own(ref(x).view(shape));
    });
}
TAO_API int tao_squeeze_dim(Handle x, int64_t dim, Handle* result) { return guard([&] { *result = own(at::squeeze(ref(x), dim)); }); }
TAO_API int tao_squeeze_(Handle x, const int64_t* dim) {
    return guard([&] { dim == nullptr ? mut(x).squeeze_() : mut(x).squeeze_(*dim); });
}
TAO_API int tao_unsqueeze(Handle x, int64_t dim, Handle* result) { return guard([&] { *result = own(at::unsqueeze(ref(x), dim)); }); }
TAO_API int tao_unsqueeze_(Handle x, int64_t dim) { return guard([&] { mut(x).unsqueeze_(dim); }); }
TAO_API int tao_transpose(Handle x, int64_t a, int64_t b, Handle* result) { return guard([&] { *result = own(at::transpose(ref(x), a, b)); }); }
TAO_API int tao_transpose_(Handle x, int64_t a, int64_t b) { return guard([&] { mut(x).transpose_(a, b); }); }
TAO_API int tao_movedim(Handle x, const int64_t* from, const int64_t* to, int count, Handle* result) {
    return guard([&] { *result = own(at::movedim(ref(x), dims(from, count), dims(to, count))); });
}
TAO_API int tao_as_strided(Handle x, const int64_t* size, const int64_t* strides, int count, int64_t offset, Handle* result) {
    return guard([&] { *result = own(at::as_strided(ref(x), dims(size, count), dims(strides, count), offset)); });
}
TAO_API int tao_roll(Handle x, const int64_t* shifts, int shift_count, const int64_t* axes, int axis_count, Handle* result) {
    return guard([&] { *result = own(at::roll(ref(x), dims(shifts, shift_count), dims(axes, axis_count))); });
}
TAO_API int tao_rot90(Handle x, int64_t k, int64_t a, int64_t b, Handle* result) {
    return guard([&] { *result = own(at::rot90(ref(x), k, {a, b})); });
}
TAO_API int tao_unfold_dim(Handle x, int64_t dim, int64_t size, int64_t step, Handle* result) {
    return guard([&] { *result = own(ref(x).unfold(dim, size, step)); });
}
TAO_API int tao_diag(Handle x, int64_t diagonal, Handle* result) { return guard([&] { *result = own(at::diag(ref(x), diagonal)); }); }
TAO_API int tao_diagonal(Handle x, int64_t offset, int64_t a, int64_t b, Handle* result) {
    return guard([&] { *result = own(at::diagonal(ref(x), offset, a, b)); });
}
TAO_API int tao_diag_embed(Handle x, int64_t offset, int64_t a, int64_t b, Handle* result) {
    return guard([&] { *result = own(at::diag_embed(ref(x), offset, a, b)); });
}
TAO_API int tao_tril(Handle x, int64_t diagonal, Handle* result) { return guard([&] { *result = own(at::tril(ref(x), diagonal)); }); }
TAO_API int tao_triu(Handle x, int64_t diagonal, Handle* result) { return guard([&] { *result = own(at::triu(ref(x), diagonal)); }); }
TAO_API int tao_repeat_interleave(Handle x, int64_t repeats, const int64_t* dim, Handle* result) {
    return guard([&] { *result = own(at::repeat_interleave(ref(x), repeats, tao::maybe_long(dim))); });
}
TAO_API int tao_repeat_interleave_tensor(Handle x, Handle repeats, const int64_t* dim, Handle* result) {
    return guard([&] { *result = own(at::repeat_interleave(ref(x), ref(repeats), tao::maybe_long(dim))); });
}

TAO_API int tao_cat(const Handle* tensors, int count, int64_t dim, Handle* result) {
    return guard([&] { *result = own(at::cat(list(tensors, count), dim)); });
}
TAO_API int tao_stack(const Handle* tensors, int count, int64_t dim, Handle* result) {
    return guard([&] { *result = own(at::stack(list(tensors, count), dim)); });
}
#define TAO_JOIN(name) \
    TAO_API int tao_##name(const Handle* tensors, int count, Handle* result) { \
        return guard([&] { *result = own(at::name(list(tensors, count))); }); \
    }
TAO_JOIN(hstack) TAO_JOIN(vstack) TAO_JOIN(dstack) TAO_JOIN(cartesian_prod)

TAO_API int tao_broadcast_tensors(const Handle* tensors, int count, Handle* results, int* produced) {
    return guard([&] { own_all(at::broadcast_tensors(list(tensors, count)), results, count, produced); });
}
TAO_API int tao_meshgrid(const Handle* tensors, int count, int xy, Handle* results, int* produced) {
    return guard([&] { own_all(at::meshgrid(list(tensors, count), xy ? "xy" : "ij"), results, count, produced); });
}
TAO_API int tao_split_sizes(Handle x, const int64_t* sizes, int count, int64_t dim, Handle* results, int* produced) {
    return guard([&] { own_all(at::split_with_sizes(ref(x), dims(sizes, count), dim), results, count, produced); });
}
TAO_API int tao_split(Handle x, int64_t size, int64_t dim, Handle* results, int capacity, int* produced) {
    return guard([&] { own_all(at::split(ref(x), size, dim), results, capacity, produced); });
}
TAO_API int tao_chunk(Handle x, int64_t chunks, int64_t dim, Handle* results, int capacity, int* produced) {
    return guard([&] { own_all(at::chunk(ref(x), chunks, dim), results, capacity, produced); });
}
TAO_API int tao_tensor_split(Handle x, int64_t sections, int64_t dim, Handle* results, int capacity, int* produced) {
    return guard([&] { own_all(at::tensor_split(ref(x), sections, dim), results, capacity, produced); });
}
TAO_API int tao_unbind(Handle x, int64_t dim, Handle* results, int capacity, int* produced) {
    return guard([&] { own_all(at::unbind(ref(x), dim), results, capacity, produced); });
}
