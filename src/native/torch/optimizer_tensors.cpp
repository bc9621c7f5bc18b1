#include "optimizer_tensors.h"

#include "core.h"

#include <cmath>

namespace tao {

namespace {
at::Tensor penalized(Penalty penalty, const at::Tensor& w, const at::Tensor& g, double* cost) {
    at::Tensor result = g;
    *cost = 0;
    if (penalty.l1 != 0) {
        *cost += penalty.l1 * w.abs().sum(at::kDouble).item<double>();
        result = result.add(w.sign(), penalty.l1);
    }
    if (penalty.l2 != 0) {
        *cost += penalty.l2 * w.square().sum(at::kDouble).item<double>();
        result = result.add(w, 2 * penalty.l2);
    }
    return result;
}

// average = keep * average + (1 - keep) * value, in place.
void move_towards(at::Tensor average, double keep, const at::Tensor& value) { average.mul_(keep).add_(value, 1 - keep); }

at::Tensor largest_so_far(at::Tensor largest, const at::Tensor& value) {
    return largest.defined() ? largest.copy_(at::maximum(largest, value)) : value;
}
}  // namespace

double update_tensors(const KerasSgd& rule, Penalty penalty, at::Tensor w, const at::Tensor& g, const at::Tensor* states) {
    double cost;
    const at::Tensor gradient = penalized(penalty, w, g, &cost);
    at::Tensor velocity = states[0];
    if (!velocity.defined()) {
        w.add_(gradient, -rule.lr);
        return cost;
    }
    velocity.mul_(rule.momentum).add_(gradient, -rule.lr);
    if (rule.nesterov) w.add_(velocity, rule.momentum).add_(gradient, -rule.lr);
    else w.add_(velocity);
    return cost;
}

double update_tensors(const KerasAdam& rule, Penalty penalty, at::Tensor w, const at::Tensor& g, const at::Tensor* states) {
    double cost;
    const at::Tensor gradient = penalized(penalty, w, g, &cost);
    move_towards(states[0], rule.beta1, gradient);
    move_towards(states[1], rule.beta2, gradient.square());
    w.addcdiv_(states[0], largest_so_far(states[2], states[1]).sqrt().add_(rule.eps), -rule.rate);
    return cost;
}

double update_tensors(const KerasRmsProp& rule, Penalty penalty, at::Tensor w, const at::Tensor& g, const at::Tensor* states) {
    double cost;
    const at::Tensor gradient = penalized(penalty, w, g, &cost);
    at::Tensor moving = states[2];
    move_towards(states[0], rule.rho, gradient.square());
    if (states[1].defined()) move_towards(states[1], rule.rho, gradient);
    const at::Tensor spread = states[1].defined() ? states[0] - states[1].square() : states[0];
    if (moving.defined()) w.sub_(moving.mul_(rule.momentum).addcdiv_(gradient, (spread + rule.eps).sqrt_(), rule.lr));
    else w.addcdiv_(gradient, spread.sqrt().add_(rule.eps), -rule.lr);
    return cost;
}

double update_tensors(const TorchSgd& rule, Penalty, at::Tensor w, const at::Tensor& g, const at::Tensor* states) {
    const at::Tensor gradient = (rule.maximize ? -g : g).add(w, rule.weight_decay);
    at::Tensor buffer = states[0];
    if (!buffer.defined()) {
        w.add_(gradient, -rule.lr);
        return 0;
    }
    if (rule.first) buffer.copy_(gradient);
    else buffer.mul_(rule.momentum).add_(gradient, 1 - rule.dampening);
    w.add_(rule.nesterov ? gradient.add(buffer, rule.momentum) : buffer, -rule.lr);
    return 0;
}

double update_tensors(const TorchAdam& rule, Penalty, at::Tensor w, const at::Tensor& g, const at::Tensor* states) {
    const double t = static_cast<double>(rule.step);
    const double correction1 = 1 - std::pow(rule.beta1, t), correction2 = 1 - std::pow(rule.beta2, t);
    at::Tensor gradient = rule.maximize ? -g : g;
    if (rule.decoupled) w.mul_(1 - rule.lr * rule.weight_decay);
    else gradient = gradient.add(w, rule.weight_decay);
    move_towards(states[0], rule.beta1, gradient);
    move_towards(states[1], rule.beta2, gradient.square());
    const at::Tensor root = largest_so_far(states[2], states[1]).sqrt().div_(std::sqrt(correction2)).add_(rule.eps);
    w.addcdiv_(states[0], root, -rule.lr / correction1);
    return 0;
}

double update_tensors(const TorchRmsProp& rule, Penalty, at::Tensor w, const at::Tensor& g, const at::Tensor* states) {
    const at::Tensor gradient = (rule.maximize ? -g : g).add(w, rule.weight_decay);
    at::Tensor moving = states[2];
    move_towards(states[0], rule.alpha, gradient.square());
    if (states[1].defined()) move_towards(states[1], rule.alpha, gradient);
    const at::Tensor spread = states[1].defined() ? states[0] - states[1].square() : states[0];
    const at::Tensor root = spread.sqrt().add_(rule.eps);
    if (moving.defined()) w.add_(moving.mul_(rule.momentum).addcdiv_(gradient, root), -rule.lr);
    else w.addcdiv_(gradient, root, -rule.lr);
    return 0;
}

}  // namespace tao
