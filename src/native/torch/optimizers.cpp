// One call that updates a whole list of parameters from their gradients.
#include "core.h"

#include <ATen/Parallel.h>

#include <cmath>

#include "optimizer_kernels.h"
#include "optimizer_tensors.h"

namespace {
using tao::Penalty;

constexpr int max_states = 3;
constexpr int64_t chunk_elements = 1 << 14;  // 64 KiB of float: the penalty's and the update's pass over a chunk meet in the cache

struct Job {
    at::Tensor value, grad;
    at::Tensor states[max_states];
    Penalty penalty;
    bool plain;  // updated by the loops over memory; the others (GPU, half precision, gaps in memory) by tensor operations
};

// What the caller lists: parameters, up to three arrays of states (null: not used), penalty factors (null: none).
struct Request {
    const Handle* parameters;
    int count;
    const Handle* states[max_states];
    const double* l1;
    const double* l2;
};

// Raw loops need every array of a parameter in the same memory order; an odd one is brought into the parameter's.
at::Tensor in_order_of(const at::Tensor& value, const at::Tensor& other) {
    if (other.strides() == value.strides()) return other;
    return at::empty_like(value, at::TensorOptions(other.scalar_type())).copy_(other);
}

bool is_plain(const at::Tensor& value) {
    return value.device().is_cpu() && value.is_non_overlapping_and_dense() &&
           (value.scalar_type() == at::kFloat || value.scalar_type() == at::kDouble);
}

// Parameters without a gradient are left out, unless a penalty alone moves them.
std::vector<Job> collect(const Request& request) {
    std::vector<Job> jobs;
    jobs.reserve(static_cast<size_t>(request.count));
    for (int i = 0; i < request.count; ++i) {
        Job job;
        job.value = ref(request.parameters[i]).detach();
        job.penalty = Penalty{request.l1 == nullptr ? 0.0 : request.l1[i], request.l2 == nullptr ? 0.0 : request.l2[i]};
        const at::Tensor& grad = ref(request.parameters[i]).grad();
        if (grad.defined()) job.grad = grad;
        else if (job.penalty.l1 != 0 || job.penalty.l2 != 0) job.grad = at::zeros_like(job.value);
        else continue;
        job.plain = is_plain(job.value);
        TORCH_CHECK(job.grad.sizes() == job.value.sizes() && job.grad.scalar_type() == job.value.scalar_type(), "the gradient of parameter ", i,
                    " has another shape or type than the parameter");
        if (job.plain) job.grad = in_order_of(job.value, job.grad);
        for (int s = 0; s < max_states; ++s) {
            if (request.states[s] == nullptr) continue;
            job.states[s] = ref(request.states[s][i]);
            TORCH_CHECK(job.states[s].sizes() == job.value.sizes() && job.states[s].scalar_type() == job.value.scalar_type() &&
                            (!job.plain || job.states[s].strides() == job.value.strides()),
                        "state ", s, " of parameter ", i, " must have the parameter's shape, type and memory layout");
        }
        jobs.push_back(std::move(job));
    }
    return jobs;
}

struct Chunk {
    size_t job;
    int64_t begin, end;
};

std::vector<Chunk> cut(const std::vector<Job>& jobs) {
    std::vector<Chunk> chunks;
    for (size_t j = 0; j < jobs.size(); ++j)
        for (int64_t begin = 0; jobs[j].plain && begin < jobs[j].value.numel(); begin += chunk_elements)
            chunks.push_back(Chunk{j, begin, std::min(begin + chunk_elements, jobs[j].value.numel())});
    return chunks;
}

template <class T, class Rule> double run_chunk(const Rule& rule, const Job& job, const Chunk& chunk) {
    T* states[max_states];
    for (int s = 0; s < max_states; ++s) states[s] = job.states[s].defined() ? job.states[s].template data_ptr<T>() + chunk.begin : nullptr;
    T* value = job.value.template data_ptr<T>() + chunk.begin;
    const int64_t n = chunk.end - chunk.begin;
    const bool penalized = job.penalty.l1 != 0 || job.penalty.l2 != 0;
    const double cost = penalized ? tao::penalty_value<T>(job.penalty, value, n) : 0.0;
    tao::update<T>(rule, job.penalty, value, job.grad.template data_ptr<T>() + chunk.begin, states, n);
    return cost;
}

// Returns the penalty of the weights before the update. Partial sums are added in a fixed order, so that the thread count changes nothing.
template <class Rule> double run(const std::vector<Job>& jobs, const Rule& rule) {
    c10::NoGradGuard no_grad;
    const std::vector<Chunk> chunks = cut(jobs);
    std::vector<double> costs(chunks.size());
    at::parallel_for(0, static_cast<int64_t>(chunks.size()), 1, [&](int64_t begin, int64_t end) {
        for (int64_t c = begin; c < end; ++c) {
            const Job& job = jobs[chunks[c].job];
            costs[c] = job.value.scalar_type() == at::kFloat ? run_chunk<float>(rule, job, chunks[c]) : run_chunk<double>(rule, job, chunks[c]);
        }
    });
    double total = 0;
    for (const Job& job : jobs) {
        if (job.plain) job.value.unsafeGetTensorImpl()->bump_version();
        else total += tao::update_tensors(rule, job.penalty, job.value, job.grad, job.states);
    }
    for (const double cost : costs) total += cost;
    return total;
}
}  // namespace

TAO_API int tao_keras_sgd(const Request* request, double lr, double momentum, int nesterov, double* penalty) {
    return guard([&] {
        const tao::KerasSgd rule{lr, momentum, nesterov != 0};
        *penalty = run(collect(*request), rule);
    });
}

TAO_API int tao_keras_adam(const Request* request, double lr, double beta1, double beta2, double eps, int64_t step, double* penalty) {
    return guard([&] {
        const double t = static_cast<double>(step);
        const tao::KerasAdam rule{lr * std::sqrt(1 - std::pow(beta2, t)) / (1 - std::pow(beta1, t)), beta1, beta2, eps};
        *penalty = run(collect(*request), rule);
    });
}

TAO_API int tao_keras_rmsprop(const Request* request, double lr, double rho, double momentum, double eps, double* penalty) {
    return guard([&] {
        const tao::KerasRmsProp rule{lr, rho, momentum, eps};
        *penalty = run(collect(*request), rule);
    });
}

TAO_API int tao_sgd(const Request* request, double lr, double momentum, double dampening, double weight_decay, int nesterov, int maximize,
                    int first) {
    return guard([&] {
        const tao::TorchSgd rule{lr, momentum, dampening, weight_decay, nesterov != 0, maximize != 0, first != 0};
        run(collect(*request), rule);
    });
}

TAO_API int tao_adam(const Request* request, double lr, double beta1, double beta2, double eps, double weight_decay, int decoupled, int maximize,
                     int64_t step) {
    return guard([&] {
        const tao::TorchAdam rule{lr, beta1, beta2, eps, weight_decay, step, decoupled != 0, maximize != 0};
        run(collect(*request), rule);
    });
}

TAO_API int tao_rmsprop(const Request* request, double lr, double alpha, double eps, double weight_decay, double momentum, int maximize) {
    return guard([&] {
        const tao::TorchRmsProp rule{lr, alpha, eps, weight_decay, momentum, maximize != 0};
        run(collect(*request), rule);
    });
}
