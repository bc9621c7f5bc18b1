namespace Tao.Graph;

/// <summary>
/// One parameter that an op owns. Its full name is <c>{node.ParameterScope}.{Name}</c>; names are PyTorch's
/// (<c>weight</c>, <c>bias</c>, <c>running_mean</c>, <c>running_var</c>).
/// </summary>
/// <param name="OutputChannelAxis">Axis indexed by the op's output channels, sliced when those are pruned; null when there is none.</param>
/// <param name="InputChannelAxis">Axis indexed by the first input's channels, sliced when those are pruned; null when there is none.</param>
public sealed record ParameterSpec(
    string Name,
    TensorShape Shape,
    ParameterRole Role,
    Initializer Initializer,
    int? OutputChannelAxis = null,
    int? InputChannelAxis = null)
{
    /// <summary>False for running statistics and quantisation ranges, which no optimiser touches.</summary>
    public bool Trainable => Role is ParameterRole.Kernel or ParameterRole.Bias or ParameterRole.Gamma or ParameterRole.Beta;
}
