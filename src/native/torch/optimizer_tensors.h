// The updates of optimizer_kernels.h in tensor operations, for parameters that are not dense single or double precision in the host's memory.
#pragma once

#include <ATen/ATen.h>

#include "optimizer_kernels.h"

namespace tao {

// `states` are up to three tensors in the kernels' order; an undefined one is a state that is not used. Returns the penalty before the update.
double update_tensors(const KerasSgd& rule, Penalty penalty, at::Tensor w, const at::Tensor& g, const at::Tensor* states);
double update_tensors(const KerasAdam& rule, Penalty penalty, at::Tensor w, const at::Tensor& g, const at::Tensor* states);
double update_tensors(const KerasRmsProp& rule, Penalty penalty, at::Tensor w, const at::Tensor& g, const at::Tensor* states);
double update_tensors(const TorchSgd& rule, Penalty penalty, at::Tensor w, const at::Tensor& g, const at::Tensor* states);
double update_tensors(const TorchAdam& rule, Penalty penalty, at::Tensor w, const at::Tensor& g, const at::Tensor* states);
double update_tensors(const TorchRmsProp& rule, Penalty penalty, at::Tensor w, const at::Tensor& g, const at::Tensor* states);

}  // namespace tao
