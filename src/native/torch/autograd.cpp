// Gradients.
#include "core.h"

#include <torch/csrc/autograd/autograd.h>

using tao::list;

TAO_API int tao_requires_grad(Handle x, int* result) { return guard([&] { *result = ref(x).requires_grad(); }); }
TAO_API int tao_set_requires_grad(Handle x, int on) { return guard([&] { mut(x).set_requires_grad(on != 0); }); }
TAO_API int tao_retain_grad(Handle x) { return guard([&] { mut(x).retain_grad(); }); }
TAO_API int tao_detach(Handle x, Handle* result) { return guard([&] { *result = own(ref(x).detach()); }); }
TAO_API int tao_detach_(Handle x) { return guard([&] { mut(x).detach_(); }); }

// *result stays 0 where there is no gradient.
TAO_API int tao_grad(Handle x, Handle* result) {
    return guard([&] {
        const at::Tensor& grad = ref(x).grad();
        *result = grad.defined() ? own(grad) : nullptr;
    });
}
TAO_API int tao_set_grad(Handle x, Handle grad) {
    return guard([&] {
        TORCH_CHECK(grad == nullptr || (ref(grad).sizes() == ref(x).sizes() && ref(grad).scalar_type() == ref(x).scalar_type() &&
                                        ref(grad).device() == ref(x).device()),
                    "a gradient must have its tensor's shape, type and device");
        mut(x).mutable_grad() = tao::or_undefined(grad);
    });
}

// retain: -1 leaves it to libtorch (retained exactly when create_graph is on).
TAO_API int tao_backward(const Handle* outputs, int output_count, const Handle* grads, int grad_count, int retain, int create_graph,
                         const Handle* inputs, int input_count) {
    return guard([&] {
        const tao::Optional<bool> keep = retain < 0 ? tao::Optional<bool>() : tao::Optional<bool>(retain != 0);
        torch::autograd::backward(list(outputs, output_count), list(grads, grad_count), keep, create_graph != 0, list(inputs, input_count));
    });
}

// results has room for input_count handles; an unused input leaves a 0 there.
TAO_API int tao_autograd_grad(const Handle* outputs, int output_count, const Handle* inputs, int input_count, const Handle* grads,
                              int grad_count, int retain, int create_graph, int allow_unused, Handle* results) {
    return guard([&] {
        auto found = torch::autograd::grad(list(outputs, output_count), list(inputs, input_count), list(grads, grad_count),
                                           tao::Optional<bool>(retain != 0), create_graph != 0, allow_unused != 0);
        for (size_t i = 0; i < found.size(); ++i) results[i] = found[i].defined() ? own(found[i]) : nullptr;
    });
}

TAO_API int tao_zero_grad(const Handle* parameters, int count, int set_to_none) {
    return guard([&] {
        c10::NoGradGuard no_grad;
        for (int i = 0; i < count; ++i) {
            at::Tensor& grad = mut(parameters[i]).mutable_grad();
            if (!grad.defined()) continue;
            if (set_to_none) {
                grad = at::Tensor();
            } else {
                if (grad.grad_fn()) grad.detach_();
                grad.zero_();
            }
        }
    });
}

// Scales all gradients together so that their joint p-norm is at most max_norm; returns the norm before (as torch.nn.utils.clip_grad_norm_).
TAO_API int tao_clip_grad_norm(const Handle* parameters, int count, double max_norm, double p, double* total) {
    return guard([&] {
        c10::NoGradGuard no_grad;
        std::vector<at::Tensor> grads, norms;
        for (int i = 0; i < count; ++i)
            if (ref(parameters[i]).grad().defined()) grads.push_back(ref(parameters[i]).grad());
        *total = 0;
        if (grads.empty()) return;
        for (const at::Tensor& grad : grads) norms.push_back(at::norm(grad, at::Scalar(p)).to(grads[0].device()));
        *total = at::norm(at::stack(norms), at::Scalar(p)).item<double>();
        const double factor = max_norm / (*total + 1e-6);
        if (factor < 1.0)
            for (at::Tensor& grad : grads) grad.mul_(factor);
    });
}

TAO_API int tao_has_grads(const Handle* parameters, int count, uint8_t* yes) {
    return guard([&] {
        for (int i = 0; i < count; ++i) yes[i] = ref(parameters[i]).grad().defined() ? 1 : 0;
    });
}
