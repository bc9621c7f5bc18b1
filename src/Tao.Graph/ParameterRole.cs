namespace Tao.Graph;

/// <summary>What a parameter is for. Regularisers and pruning look at <see cref="Kernel"/> only.</summary>
public enum ParameterRole
{
    Kernel,
    Bias,
    Gamma,
    Beta,
    RunningMean,
    RunningVariance,
    QuantizationRange,
}
