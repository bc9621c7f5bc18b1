// Parameter updates over plain memory, one pass each. In all of them
//     g' = g + l1 * sign(w) + 2 * l2 * w
// is the gradient with that of the penalty l1 * sum|w| + l2 * sum w^2 (Keras regularizers.l1 and l2) added.
#pragma once

#include <cstdint>

namespace tao {

struct Penalty {
    double l1;
    double l2;
};

// Keras SGD: v = momentum * v - lr * g'; w += v, or with Nesterov w += momentum * v - lr * g'. velocity is null when momentum is 0.
struct KerasSgd {
    double lr, momentum;
    bool nesterov;
};

// Keras Adam (Kingma & Ba 2015, the form before section 2.1): rate = lr * sqrt(1 - beta2^t) / (1 - beta1^t); w -= rate * m / (sqrt(v) + eps);
// with amsgrad the running maximum of v takes its place.
struct KerasAdam {
    double rate, beta1, beta2, eps;
};

// Keras RMSprop: a = rho * a + (1 - rho) * g'^2, centered: c = rho * c + (1 - rho) * g', a' = a - c^2.
// Without momentum w -= lr * g' / (sqrt(a') + eps); with momentum m = momentum * m + lr * g' / sqrt(a' + eps), w -= m.
// (epsilon's place differs in tf.keras' RMSprop as well: the momentum form is TensorFlow's ApplyRMSProp kernel.)
struct KerasRmsProp {
    double lr, rho, momentum, eps;
};

// torch.optim.SGD; `first` starts the buffer with the gradient itself, undamped.
struct TorchSgd {
    double lr, momentum, dampening, weight_decay;
    bool nesterov, maximize, first;
};

// torch.optim.Adam, or AdamW (Loshchilov & Hutter 2019, algorithm 2) when decoupled.
struct TorchAdam {
    double lr, beta1, beta2, eps, weight_decay;
    int64_t step;
    bool decoupled, maximize;
};

struct TorchRmsProp {
    double lr, alpha, eps, weight_decay, momentum;
    bool maximize;
};

// Elements [0, n). `states` points at up to three state arrays in the order named above; a null one is a state that is not used.
template <class T> void update(const KerasSgd& rule, Penalty penalty, T* w, const T* g, T* const* states, int64_t n);
template <class T> void update(const KerasAdam& rule, Penalty penalty, T* w, const T* g, T* const* states, int64_t n);
template <class T> void update(const KerasRmsProp& rule, Penalty penalty, T* w, const T* g, T* const* states, int64_t n);
template <class T> void update(const TorchSgd& rule, Penalty penalty, T* w, const T* g, T* const* states, int64_t n);
template <class T> void update(const TorchAdam& rule, Penalty penalty, T* w, const T* g, T* const* states, int64_t n);
template <class T> void update(const TorchRmsProp& rule, Penalty penalty, T* w, const T* g, T* const* states, int64_t n);

template <class T> double penalty_value(Penalty penalty, const T* w, int64_t n);

}  // namespace tao
