// Selecting, gathering and scattering.
#include "core.h"

#include <ATen/TensorIndexing.h>

namespace {
// Blittable image of TorchSharp.NativeIndex.
struct Index {
    int64_t kind;  // 0 none, 1 ellipsis, 2 integer, 3 boolean, 4 slice, 5 tensor
    int64_t start;
    int64_t stop;
    int64_t step;
    int64_t present;  // slices: bit 0 start given, bit 1 stop, bit 2 step
    Handle tensor;
};

std::vector<at::indexing::TensorIndex> convert(const Index* indices, int count) {
    using at::indexing::Slice;
    using at::indexing::TensorIndex;
    std::vector<TensorIndex> result;
    result.reserve(static_cast<size_t>(count));
    for (int i = 0; i < count; ++i) {
        const Index& index = indices[i];
        const auto bound = [&](int bit, int64_t value) {
            return (index.present & bit) != 0 ? tao::Optional<int64_t>(value) : tao::Optional<int64_t>();
        };
        switch (index.kind) {
            case 0: result.emplace_back(at::indexing::None); break;
            case 1: result.emplace_back(at::indexing::Ellipsis); break;
            case 2: result.emplace_back(index.start); break;
            case 3: result.emplace_back(index.start != 0); break;
            case 4: result.emplace_back(Slice(bound(1, index.start), bound(2, index.stop), bound(4, index.step))); break;
            case 5: result.emplace_back(ref(index.tensor)); break;
            default: TORCH_CHECK(false, "unknown index kind ", index.kind);
        }
    }
    return result;
}
}  // namespace

TAO_API int tao_index(Handle x, const Index* indices, int count, Handle* result) {
    return guard([&] { *result = own(ref(x).index(convert(indices, count))); });
}
TAO_API int tao_index_put_(Handle x, const Index* indices, int count, Handle value) {
    return guard([&] { mut(x).index_put_(convert(indices, count), ref(value)); });
}
TAO_API int tao_index_put_number_(Handle x, const Index* indices, int count, Number value) {
    return guard([&] { mut(x).index_put_(convert(indices, count), scalar(value)); });
}
// Adds instead of replacing; only tensor indices can repeat an element, and only they are allowed here.
TAO_API int tao_index_put_accumulate_(Handle x, const Handle* indices, int count, Handle value) {
    return guard([&] {
        c10::List<tao::Optional<at::Tensor>> places;
        for (int i = 0; i < count; ++i) places.push_back(maybe(indices[i]));
        mut(x).index_put_(places, ref(value), true);
    });
}

TAO_API int tao_select(Handle x, int64_t dim, int64_t index, Handle* result) {
    return guard([&] { *result = own(at::select(ref(x), dim, index)); });
}
TAO_API int tao_narrow(Handle x, int64_t dim, int64_t start, int64_t length, Handle* result) {
    return guard([&] { *result = own(at::narrow(ref(x), dim, start, length)); });
}
TAO_API int tao_slice(Handle x, int64_t dim, int64_t start, int64_t stop, int64_t step, Handle* result) {
    return guard([&] { *result = own(at::slice(ref(x), dim, start, stop, step)); });
}
TAO_API int tao_slice_scatter(Handle x, Handle source, int64_t dim, const int64_t* start, const int64_t* end, int64_t step, Handle* result) {
    return guard([&] { *result = own(at::slice_scatter(ref(x), ref(source), dim, tao::maybe_long(start), tao::maybe_long(end), step)); });
}
TAO_API int tao_select_scatter(Handle x, Handle source, int64_t dim, int64_t index, Handle* result) {
    return guard([&] { *result = own(at::select_scatter(ref(x), ref(source), dim, index)); });
}

TAO_API int tao_index_select(Handle x, int64_t dim, Handle index, Handle* result) {
    return guard([&] { *result = own(at::index_select(ref(x), dim, ref(index))); });
}
TAO_API int tao_index_add(Handle x, int64_t dim, Handle index, Handle source, Number alpha, Handle* result) {
    return guard([&] { *result = own(at::index_add(ref(x), dim, ref(index), ref(source), scalar(alpha))); });
}
TAO_API int tao_index_add_(Handle x, int64_t dim, Handle index, Handle source, Number alpha) {
    return guard([&] { mut(x).index_add_(dim, ref(index), ref(source), scalar(alpha)); });
}
TAO_API int tao_index_copy(Handle x, int64_t dim, Handle index, Handle source, Handle* result) {
    return guard([&] { *result = own(at::index_copy(ref(x), dim, ref(index), ref(source))); });
}
TAO_API int tao_index_copy_(Handle x, int64_t dim, Handle index, Handle source) {
    return guard([&] { mut(x).index_copy_(dim, ref(index), ref(source)); });
}
TAO_API int tao_index_fill(Handle x, int64_t dim, Handle index, Number value, Handle* result) {
    return guard([&] { *result = own(at::index_fill(ref(x), dim, ref(index), scalar(value))); });
}
TAO_API int tao_index_fill_(Handle x, int64_t dim, Handle index, Number value) {
    return guard([&] { mut(x).index_fill_(dim, ref(index), scalar(value)); });
}
TAO_API int tao_gather(Handle x, int64_t dim, Handle index, Handle* result) {
    return guard([&] { *result = own(at::gather(ref(x), dim, ref(index))); });
}
TAO_API int tao_scatter(Handle x, int64_t dim, Handle index, Handle source, Handle* result) {
    return guard([&] { *result = own(at::scatter(ref(x), dim, ref(index), ref(source))); });
}
TAO_API int tao_scatter_(Handle x, int64_t dim, Handle index, Handle source) {
    return guard([&] { mut(x).scatter_(dim, ref(index), ref(source)); });
}
TAO_API int tao_scatter_add(Handle x, int64_t dim, Handle index, Handle source, Handle* result) {
    return guard([&] { *result = own(at::scatter_add(ref(x), dim, ref(index), ref(source))); });
}
TAO_API int tao_scatter_add_(Handle x, int64_t dim, Handle index, Handle source) {
    return guard([&] { mut(x).scatter_add_(dim, ref(index), ref(source)); });
}
TAO_API int tao_masked_fill(Handle x, Handle mask, Number value, Handle* result) {
    return guard([&] { *result = own(at::masked_fill(ref(x), ref(mask), scalar(value))); });
}
TAO_API int tao_masked_fill_(Handle x, Handle mask, Number value) { return guard([&] { mut(x).masked_fill_(ref(mask), scalar(value)); }); }
TAO_BINARY(masked_select) TAO_BINARY(take)
TAO_API int tao_masked_scatter(Handle x, Handle mask, Handle source, Handle* result) {
    return guard([&] { *result = own(at::masked_scatter(ref(x), ref(mask), ref(source))); });
}
TAO_API int tao_masked_scatter_(Handle x, Handle mask, Handle source) { return guard([&] { mut(x).masked_scatter_(ref(mask), ref(source)); }); }
TAO_API int tao_take_along_dim(Handle x, Handle indices, const int64_t* dim, Handle* result) {
    return guard([&] { *result = own(at::take_along_dim(ref(x), ref(indices), tao::maybe_long(dim))); });
}
TAO_API int tao_one_hot(Handle x, int64_t classes, Handle* result) { return guard([&] { *result = own(at::one_hot(ref(x), classes)); }); }
