using Tao.Graph;
using static TorchSharp.torch;

namespace Tao.Runtime;

/// <summary>A parameter that an optimiser may change.</summary>
public sealed record TrainableParameter(string Name, Node Node, ParameterSpec Spec, Tensor Tensor);
