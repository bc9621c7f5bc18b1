// What a tensor is, its memory, its layout and its conversions.
#include "core.h"

#include <cstring>

TAO_API int tao_dim(Handle x, int64_t* result) { return guard([&] { *result = ref(x).dim(); }); }
TAO_API int tao_numel(Handle x, int64_t* result) { return guard([&] { *result = ref(x).numel(); }); }
TAO_API int tao_sizes(Handle x, int64_t* result) {
    return guard([&] { std::copy(ref(x).sizes().begin(), ref(x).sizes().end(), result); });
}
TAO_API int tao_strides(Handle x, int64_t* result) {
    return guard([&] { std::copy(ref(x).strides().begin(), ref(x).strides().end(), result); });
}
TAO_API int tao_size(Handle x, int64_t dim, int64_t* result) { return guard([&] { *result = ref(x).size(dim); }); }
TAO_API int tao_stride(Handle x, int64_t dim, int64_t* result) { return guard([&] { *result = ref(x).stride(dim); }); }
TAO_API int tao_storage_offset(Handle x, int64_t* result) { return guard([&] { *result = ref(x).storage_offset(); }); }
TAO_API int tao_element_size(Handle x, int64_t* result) { return guard([&] { *result = static_cast<int64_t>(ref(x).element_size()); }); }
TAO_API int tao_dtype(Handle x, int* result) { return guard([&] { *result = static_cast<int>(ref(x).scalar_type()); }); }
TAO_API int tao_device(Handle x, int* type, int* index) {
    return guard([&] {
        *type = static_cast<int>(ref(x).device().type());
        *index = ref(x).device().index();
    });
}
TAO_API int tao_data_ptr(Handle x, void** result) { return guard([&] { *result = ref(x).data_ptr(); }); }

TAO_API int tao_is_contiguous(Handle x, int format, int* result) {
    return guard([&] { *result = ref(x).is_contiguous(static_cast<at::MemoryFormat>(format)); });
}
TAO_API int tao_contiguous(Handle x, int format, Handle* result) {
    return guard([&] { *result = own(ref(x).contiguous(static_cast<at::MemoryFormat>(format))); });
}
TAO_API int tao_is_leaf(Handle x, int* result) { return guard([&] { *result = ref(x).is_leaf(); }); }
TAO_API int tao_is_sparse(Handle x, int* result) { return guard([&] { *result = ref(x).is_sparse(); }); }
TAO_API int tao_is_pinned(Handle x, int* result) { return guard([&] { *result = ref(x).is_pinned(); }); }
TAO_API int tao_pin_memory(Handle x, Handle* result) { return guard([&] { *result = own(ref(x).pin_memory()); }); }

TAO_API int tao_to_dtype(Handle x, int dtype, int copy, Handle* result) {
    return guard([&] { *result = own(ref(x).to(static_cast<at::ScalarType>(dtype), false, copy != 0)); });
}
TAO_API int tao_to_device(Handle x, int type, int index, int dtype, int copy, int non_blocking, Handle* result) {
    return guard([&] {
        const at::Device device(static_cast<at::DeviceType>(type), static_cast<at::DeviceIndex>(index));
        const at::ScalarType kind = dtype < 0 ? ref(x).scalar_type() : static_cast<at::ScalarType>(dtype);
        *result = own(ref(x).to(device, kind, non_blocking != 0, copy != 0));
    });
}
TAO_API int tao_clone(Handle x, Handle* result) { return guard([&] { *result = own(ref(x).clone()); }); }
TAO_API int tao_clone_format(Handle x, int format, Handle* result) {
    return guard([&] { *result = own(ref(x).clone(static_cast<at::MemoryFormat>(format))); });
}
TAO_API int tao_alias(Handle x, Handle* result) { return guard([&] { *result = own(at::alias(ref(x))); }); }
// Another handle to the very same tensor (the same autograd node), where alias() makes a view.
TAO_API int tao_same(Handle x, Handle* result) { return guard([&] { *result = own(ref(x)); }); }
TAO_API int tao_copy_(Handle x, Handle source, int non_blocking) { return guard([&] { mut(x).copy_(ref(source), non_blocking != 0); }); }
TAO_API int tao_set_(Handle x, Handle source) { return guard([&] { mut(x).set_(ref(source)); }); }
TAO_API int tao_fill_(Handle x, Number value) { return guard([&] { mut(x).fill_(scalar(value)); }); }
TAO_API int tao_zero_(Handle x) { return guard([&] { mut(x).zero_(); }); }
TAO_API int tao_set_data(Handle x, Handle source) { return guard([&] { mut(x).set_data(ref(source)); }); }

TAO_API int tao_item(Handle x, Number* result) {
    return guard([&] {
        const at::Scalar value = ref(x).item();
        if (value.isBoolean())
            *result = Number{tao::NumberKind::Boolean, value.to<bool>() ? 1 : 0, 0.0};
        else if (value.isIntegral(false))
            *result = Number{tao::NumberKind::Integer, value.to<int64_t>(), 0.0};
        else
            *result = Number{tao::NumberKind::Real, 0, value.to<double>()};
    });
}

namespace {
void copy_out(const at::Tensor& source, void* destination, int64_t bytes) {
    c10::NoGradGuard no_grad;
    const at::Tensor plain = source.to(at::kCPU);
    TORCH_CHECK(bytes == static_cast<int64_t>(plain.nbytes()), "the destination has ", bytes, " bytes, the tensor ", plain.nbytes());
    if (bytes == 0) return;
    // The copy itself does the reordering, straight into the destination.
    at::Tensor target = at::from_blob(destination, plain.sizes(), plain.options());
    target.copy_(plain);
}
}  // namespace

// Row-major copy of a tensor of any layout and device.
TAO_API int tao_copy_out(Handle x, void* destination, int64_t bytes) { return guard([&] { copy_out(ref(x), destination, bytes); }); }

// The same in NHWC order of an NCHW tensor: no reordering at all when it is channels-last.
TAO_API int tao_copy_out_nhwc(Handle x, void* destination, int64_t bytes) {
    return guard([&] { copy_out(ref(x).permute({0, 2, 3, 1}), destination, bytes); });
}
