#include "optimizer_kernels.h"

#include <cmath>

namespace tao {

namespace {
template <class T> inline T penalized(T g, T w, T l1, T two_l2) {
    const T sign = static_cast<T>(w > T(0)) - static_cast<T>(w < T(0));
    return g + l1 * sign + two_l2 * w;
}
}  // namespace

template <class T> double penalty_value(Penalty penalty, const T* w, int64_t n) {
    double absolute = 0, squared = 0;
#pragma omp simd reduction(+ : absolute, squared)
    for (int64_t i = 0; i < n; ++i) {
        const double x = static_cast<double>(w[i]);
        absolute += std::fabs(x);
        squared += x * x;
    }
    return penalty.l1 * absolute + penalty.l2 * squared;
}

template <class T> void update(const KerasSgd& rule, Penalty penalty, T* __restrict w, const T* __restrict g, T* const* states, int64_t n) {
    const T l1 = static_cast<T>(penalty.l1), two_l2 = static_cast<T>(2 * penalty.l2);
    const T lr = static_cast<T>(rule.lr), momentum = static_cast<T>(rule.momentum);
    T* __restrict velocity = states[0];
    if (velocity == nullptr) {
        for (int64_t i = 0; i < n; ++i) w[i] -= lr * penalized(g[i], w[i], l1, two_l2);
    } else if (rule.nesterov) {
        for (int64_t i = 0; i < n; ++i) {
            const T step = lr * penalized(g[i], w[i], l1, two_l2);
            const T v = momentum * velocity[i] - step;
            velocity[i] = v;
            w[i] += momentum * v - step;
        }
    } else {
        for (int64_t i = 0; i < n; ++i) {
            const T v = momentum * velocity[i] - lr * penalized(g[i], w[i], l1, two_l2);
            velocity[i] = v;
            w[i] += v;
        }
    }
}

template <class T> void update(const KerasAdam& rule, Penalty penalty, T* __restrict w, const T* __restrict g, T* const* states, int64_t n) {
    const T l1 = static_cast<T>(penalty.l1), two_l2 = static_cast<T>(2 * penalty.l2);
    const T rate = static_cast<T>(rule.rate), eps = static_cast<T>(rule.eps);
    const T beta1 = static_cast<T>(rule.beta1), beta2 = static_cast<T>(rule.beta2);
    const T rest1 = static_cast<T>(1 - rule.beta1), rest2 = static_cast<T>(1 - rule.beta2);
    T* __restrict m = states[0];
    T* __restrict v = states[1];
    T* __restrict largest = states[2];
    if (largest == nullptr) {
        for (int64_t i = 0; i < n; ++i) {
            const T gradient = penalized(g[i], w[i], l1, two_l2);
            m[i] = beta1 * m[i] + rest1 * gradient;
            v[i] = beta2 * v[i] + rest2 * gradient * gradient;
            w[i] -= rate * m[i] / (std::sqrt(v[i]) + eps);
        }
    } else {
        for (int64_t i = 0; i < n; ++i) {
            const T gradient = penalized(g[i], w[i], l1, two_l2);
            m[i] = beta1 * m[i] + rest1 * gradient;
            v[i] = beta2 * v[i] + rest2 * gradient * gradient;
            largest[i] = largest[i] > v[i] ? largest[i] : v[i];
            w[i] -= rate * m[i] / (std::sqrt(largest[i]) + eps);
        }
    }
}

template <class T> void update(const KerasRmsProp& rule, Penalty penalty, T* __restrict w, const T* __restrict g, T* const* states, int64_t n) {
    const T l1 = static_cast<T>(penalty.l1), two_l2 = static_cast<T>(2 * penalty.l2);
    const T lr = static_cast<T>(rule.lr), rho = static_cast<T>(rule.rho), rest = static_cast<T>(1 - rule.rho);
    const T momentum = static_cast<T>(rule.momentum), eps = static_cast<T>(rule.eps);
    T* __restrict square = states[0];
    T* __restrict center = states[1];
    T* __restrict moving = states[2];
    for (int64_t i = 0; i < n; ++i) {
        const T gradient = penalized(g[i], w[i], l1, two_l2);
        square[i] = rho * square[i] + rest * gradient * gradient;
        T spread = square[i];
        if (center != nullptr) {
            center[i] = rho * center[i] + rest * gradient;
            spread -= center[i] * center[i];
        }
        if (moving != nullptr) {
            moving[i] = momentum * moving[i] + lr * gradient / std::sqrt(spread + eps);
            w[i] -= moving[i];
        } else {
            w[i] -= lr * gradient / (std::sqrt(spread) + eps);
        }
    }
}

template <class T> void update(const TorchSgd& rule, Penalty, T* __restrict w, const T* __restrict g, T* const* states, int64_t n) {
    const T lr = static_cast<T>(rule.lr), decay = static_cast<T>(rule.weight_decay), sign = rule.maximize ? T(-1) : T(1);
    const T momentum = rule.first ? T(0) : static_cast<T>(rule.momentum);
    const T fresh = rule.first ? T(1) : static_cast<T>(1 - rule.dampening);
    const T look_ahead = static_cast<T>(rule.momentum);
    T* __restrict buffer = states[0];
    if (buffer == nullptr) {
        for (int64_t i = 0; i < n; ++i) w[i] -= lr * (sign * g[i] + decay * w[i]);
        return;
    }
    for (int64_t i = 0; i < n; ++i) {
        const T gradient = sign * g[i] + decay * w[i];
        const T b = momentum * buffer[i] + fresh * gradient;
        buffer[i] = b;
        w[i] -= lr * (rule.nesterov ? gradient + look_ahead * b : b);
    }
}

template <class T> void update(const TorchAdam& rule, Penalty, T* __restrict w, const T* __restrict g, T* const* states, int64_t n) {
    const double correction1 = 1 - std::pow(rule.beta1, static_cast<double>(rule.step));
    const double correction2 = 1 - std::pow(rule.beta2, static_cast<double>(rule.step));
    const T sign = rule.maximize ? T(-1) : T(1);
    const T added = rule.decoupled ? T(0) : static_cast<T>(rule.weight_decay);
    const T kept = rule.decoupled ? static_cast<T>(1 - rule.lr * rule.weight_decay) : T(1);
    const T beta1 = static_cast<T>(rule.beta1), rest1 = static_cast<T>(1 - rule.beta1);
    const T beta2 = static_cast<T>(rule.beta2), rest2 = static_cast<T>(1 - rule.beta2);
    const T rate = static_cast<T>(rule.lr / correction1), root = static_cast<T>(std::sqrt(correction2)), eps = static_cast<T>(rule.eps);
    T* __restrict m = states[0];
    T* __restrict v = states[1];
    T* __restrict largest = states[2];
    for (int64_t i = 0; i < n; ++i) {
        const T gradient = sign * g[i] + added * w[i];
        m[i] = beta1 * m[i] + rest1 * gradient;
        v[i] = beta2 * v[i] + rest2 * gradient * gradient;
        T second = v[i];
        if (largest != nullptr) {
            second = largest[i] > second ? largest[i] : second;
            largest[i] = second;
        }
        w[i] = kept * w[i] - rate * m[i] / (std::sqrt(second) / root + eps);
    }
}

template <class T> void update(const TorchRmsProp& rule, Penalty, T* __restrict w, const T* __restrict g, T* const* states, int64_t n) {
    const T lr = static_cast<T>(rule.lr), alpha = static_cast<T>(rule.alpha), rest = static_cast<T>(1 - rule.alpha);
    const T eps = static_cast<T>(rule.eps), decay = static_cast<T>(rule.weight_decay), momentum = static_cast<T>(rule.momentum);
    const T sign = rule.maximize ? T(-1) : T(1);
    T* __restrict square = states[0];
    T* __restrict center = states[1];
    T* __restrict moving = states[2];
    for (int64_t i = 0; i < n; ++i) {
        const T gradient = sign * g[i] + decay * w[i];
        square[i] = alpha * square[i] + rest * gradient * gradient;
        T spread = square[i];
        if (center != nullptr) {
            center[i] = alpha * center[i] + rest * gradient;
            spread -= center[i] * center[i];
        }
        const T step = gradient / (std::sqrt(spread) + eps);
        if (moving != nullptr) {
            moving[i] = momentum * moving[i] + step;
            w[i] -= lr * moving[i];
        } else {
            w[i] -= lr * step;
        }
    }
}

#define TAO_INSTANTIATE(Rule) \
    template void update<float>(const Rule&, Penalty, float*, const float*, float* const*, int64_t); \
    template void update<double>(const Rule&, Penalty, double*, const double*, double* const*, int64_t);
TAO_INSTANTIATE(KerasSgd)
TAO_INSTANTIATE(KerasAdam)
TAO_INSTANTIATE(KerasRmsProp)
TAO_INSTANTIATE(TorchSgd)
TAO_INSTANTIATE(TorchAdam)
TAO_INSTANTIATE(TorchRmsProp)
template double penalty_value<float>(Penalty, const float*, int64_t);
template double penalty_value<double>(Penalty, const double*, int64_t);

}  // namespace tao
