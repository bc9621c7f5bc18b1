// Version, threads, random numbers, devices, global switches.
#include "core.h"

#include <ATen/CPUGeneratorImpl.h>
#include <ATen/Parallel.h>
#include <c10/core/InferenceMode.h>
#include <c10/core/impl/DeviceGuardImplInterface.h>

#include <mutex>
#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace {
// The guard interface is the one way of counting devices that has kept its name from 1.13 on.
int cuda_devices() {
    if (!at::globalContext().hasCUDA() || !c10::impl::hasDeviceGuardImpl(at::kCUDA)) return 0;
    return static_cast<int>(c10::impl::getDeviceGuardImpl(at::kCUDA)->deviceCount());
}
}  // namespace

// 1.13 declares the version only as macros; they are those of the headers, which is what the ABI of this library depends on.
TAO_API const char* tao_torch_version() { return TORCH_VERSION; }

// glibc gives large blocks back to the kernel at once, and training asks for the same ones again in every step: the page faults of touching
// them anew cost 7 % of a ResNet-18 step. Blocks that stay with the process are reused warm.
TAO_API int tao_keep_memory() {
    return guard([] {
#ifdef __GLIBC__
        mallopt(M_MMAP_MAX, 0);
        mallopt(M_TRIM_THRESHOLD, -1);
        mallopt(M_TOP_PAD, 64 << 20);
#endif
    });
}

TAO_API int tao_set_num_threads(int count) { return guard([&] { at::set_num_threads(count); }); }
TAO_API int tao_get_num_threads(int* count) { return guard([&] { *count = at::get_num_threads(); }); }
TAO_API int tao_set_num_interop_threads(int count) { return guard([&] { at::set_num_interop_threads(count); }); }
TAO_API int tao_get_num_interop_threads(int* count) { return guard([&] { *count = at::get_num_interop_threads(); }); }
TAO_API int tao_parallel_info(Handle* result) {
    return guard([&] {
        const std::string text = at::get_parallel_info();
        at::Tensor bytes = at::empty({static_cast<int64_t>(text.size())}, at::kByte);
        std::copy(text.begin(), text.end(), bytes.data_ptr<uint8_t>());
        *result = own(bytes);
    });
}

TAO_API int tao_set_flush_denormal(int on, int* supported) {
    return guard([&] { *supported = at::globalContext().setFlushDenormal(on != 0) ? 1 : 0; });
}
TAO_API int tao_set_deterministic(int on, int warn_only) {
    return guard([&] { at::globalContext().setDeterministicAlgorithms(on != 0, warn_only != 0); });
}

TAO_API int tao_set_default_dtype(int dtype) {
    return guard([&] { c10::set_default_dtype(c10::scalarTypeToTypeMeta(static_cast<at::ScalarType>(dtype))); });
}
TAO_API int tao_get_default_dtype(int* dtype) {
    return guard([&] { *dtype = static_cast<int>(c10::get_default_dtype_as_scalartype()); });
}

TAO_API int tao_cuda_device_count(int* count) { return guard([&] { *count = cuda_devices(); }); }
TAO_API int tao_cuda_is_available(int* yes) { return guard([&] { *yes = cuda_devices() > 0; }); }
TAO_API int tao_cuda_synchronize(int index) {
    return guard([&] {
        if (cuda_devices() == 0) return;
        const auto* devices = c10::impl::getDeviceGuardImpl(at::kCUDA);
        const at::Device device = index < 0 ? devices->getDevice() : at::Device(at::kCUDA, static_cast<at::DeviceIndex>(index));
        devices->synchronizeStream(devices->getStream(device));
    });
}
TAO_API int tao_cudnn_is_available(int* yes) { return guard([&] { *yes = at::globalContext().hasCUDA() && at::globalContext().hasCuDNN(); }); }
TAO_API int tao_cuda_manual_seed(int64_t seed) {
    return guard([&] {
        for (int i = 0; i < cuda_devices(); ++i) {
            at::Generator generator = at::globalContext().defaultGenerator(at::Device(at::kCUDA, static_cast<at::DeviceIndex>(i)));
            std::lock_guard<std::mutex> lock(generator.mutex());
            generator.set_current_seed(static_cast<uint64_t>(seed));
        }
    });
}

TAO_API int tao_grad_enabled(int* yes) { return guard([&] { *yes = c10::GradMode::is_enabled(); }); }
TAO_API int tao_set_grad_enabled(int on) { return guard([&] { c10::GradMode::set_enabled(on != 0); }); }
TAO_API int tao_inference_mode_enter(int on, c10::InferenceMode** guard_object) {
    return guard([&] { *guard_object = new c10::InferenceMode(on != 0); });
}
TAO_API int tao_inference_mode_leave(c10::InferenceMode* guard_object) { return guard([&] { delete guard_object; }); }

TAO_API int tao_generator_default(RngHandle* result) {
    return guard([&] { *result = new at::Generator(at::detail::getDefaultCPUGenerator()); });
}
TAO_API int tao_generator_new(uint64_t seed, int device_type, int device_index, RngHandle* result) {
    return guard([&] {
        if (device_type == static_cast<int>(at::kCPU)) {
            *result = new at::Generator(at::detail::createCPUGenerator(seed));
            return;
        }
        // A device's generators have no public factory that is stable over 1.13 to 2.x; a clone of the default one is an independent stream.
        const at::Device device(static_cast<at::DeviceType>(device_type), static_cast<at::DeviceIndex>(device_index));
        at::Generator generator = at::globalContext().defaultGenerator(device).clone();
        generator.set_current_seed(seed);
        *result = new at::Generator(generator);
    });
}
TAO_API void tao_generator_release(RngHandle generator) { delete generator; }
TAO_API int tao_generator_set_seed(RngHandle generator, int64_t seed) {
    return guard([&] {
        std::lock_guard<std::mutex> lock(generator->mutex());
        generator->set_current_seed(static_cast<uint64_t>(seed));
    });
}
TAO_API int tao_generator_new_seed(RngHandle generator, int64_t* seed) {
    return guard([&] {
        std::lock_guard<std::mutex> lock(generator->mutex());
        *seed = static_cast<int64_t>(generator->seed());
    });
}
TAO_API int tao_generator_get_seed(RngHandle generator, int64_t* seed) {
    return guard([&] { *seed = static_cast<int64_t>(generator->current_seed()); });
}
TAO_API int tao_generator_get_state(RngHandle generator, Handle* result) {
    return guard([&] {
        std::lock_guard<std::mutex> lock(generator->mutex());
        *result = own(generator->get_state());
    });
}
TAO_API int tao_generator_set_state(RngHandle generator, Handle state) {
    return guard([&] {
        std::lock_guard<std::mutex> lock(generator->mutex());
        generator->set_state(ref(state));
    });
}
